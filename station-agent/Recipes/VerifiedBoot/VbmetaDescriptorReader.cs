using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;

namespace Espero.Station.Recipes.VerifiedBoot;

/// <summary>
/// Reads the descriptors of a vbmeta struct (libavb/avb_hash_descriptor.h, avb_hashtree_descriptor.h,
/// avb_chain_partition_descriptor.h).
/// </summary>
internal static class VbmetaDescriptorReader
{
    private const int PrefixBytes = 16;
    private const int AlgorithmBytes = 32;

    public static bool TryRead(ReadOnlySpan<byte> bytes, out ImmutableArray<VbmetaDescriptor> descriptors)
    {
        descriptors = [];
        var read = ImmutableArray.CreateBuilder<VbmetaDescriptor>();
        while (bytes.Length > 0)
        {
            if (bytes.Length < PrefixBytes)
            {
                return false;
            }

            var tag = BinaryPrimitives.ReadUInt64BigEndian(bytes);
            var following = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
            if (following > (ulong)(bytes.Length - PrefixBytes) || following % 8 != 0)
            {
                return false;
            }

            var body = bytes[..(PrefixBytes + (int)following)];
            bytes = bytes[body.Length..];
            if (tag is not (1 or 2 or 4))
            {
                continue; // properties and kernel options cover nothing
            }

            var descriptor = tag switch
            {
                1 => HashTree(body),
                2 => Hash(body),
                _ => Chain(body),
            };
            if (descriptor is null)
            {
                return false;
            }

            read.Add(descriptor);
        }

        descriptors = read.ToImmutable();
        return true;
    }

    private static VbmetaDescriptor? HashTree(ReadOnlySpan<byte> body) =>
        body.Length >= 180 ? Covered(body, VbmetaCover.HashTree, sizeAt: 20, algorithmAt: 72, lengthsAt: 104, namesAt: 180) : null;

    private static VbmetaDescriptor? Hash(ReadOnlySpan<byte> body) =>
        body.Length >= 132 ? Covered(body, VbmetaCover.Hash, sizeAt: 16, algorithmAt: 24, lengthsAt: 56, namesAt: 132) : null;

    // Three lengths stand together, and what they measure stands together behind the fixed part.
    private static VbmetaDescriptor? Covered(
        ReadOnlySpan<byte> body, VbmetaCover kind, int sizeAt, int algorithmAt, int lengthsAt, int namesAt)
    {
        var rest = body[namesAt..];
        return TryTake(ref rest, Length(body, lengthsAt), out var name)
            && TryTake(ref rest, Length(body, lengthsAt + 4), out var salt)
            && TryTake(ref rest, Length(body, lengthsAt + 8), out var digest)
            ? new VbmetaDescriptor(
                kind,
                Text(name),
                BinaryPrimitives.ReadUInt64BigEndian(body[sizeAt..]),
                Text(body.Slice(algorithmAt, AlgorithmBytes).TrimEnd((byte)0)),
                [.. salt],
                [.. digest],
                [])
            : null;
    }

    private static VbmetaDescriptor? Chain(ReadOnlySpan<byte> body)
    {
        if (body.Length < 92)
        {
            return null;
        }

        var rest = body[92..];
        return TryTake(ref rest, Length(body, 20), out var name) && TryTake(ref rest, Length(body, 24), out var publicKey)
            ? new VbmetaDescriptor(VbmetaCover.Chain, Text(name), 0, "", [], [], [.. publicKey])
            : null;
    }

    private static uint Length(ReadOnlySpan<byte> body, int at) => BinaryPrimitives.ReadUInt32BigEndian(body[at..]);

    private static bool TryTake(ref ReadOnlySpan<byte> rest, uint length, out ReadOnlySpan<byte> part)
    {
        part = length <= (uint)rest.Length ? rest[..(int)length] : [];
        var isInside = length <= (uint)rest.Length;
        rest = isInside ? rest[(int)length..] : rest;
        return isInside;
    }

    private static string Text(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes);
}

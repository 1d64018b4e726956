using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace Espero.Station.Recipes.VerifiedBoot;

/// <summary>Reads vbmeta structs out of images, and trusts nothing in them (AOSP external/avb, libavb/avb_vbmeta_image.h).</summary>
public static class VbmetaReader
{
    /// <summary>Of the header, before the authentication block.</summary>
    public const int HeaderBytes = 256;

    /// <summary>A struct with its blocks is never larger (libavb, VBMETA_MAX_SIZE).</summary>
    public const int MaxBytes = 64 * 1024;

    private const uint NewestMajor = 1;
    private const uint LastAlgorithm = 6;

    /// <summary>False when the bytes do not begin with a whole vbmeta struct; <paramref name="reason"/> then says why.</summary>
    /// <param name="bytes">From the struct's first byte; more may follow.</param>
    public static bool TryRead(
        ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out VbmetaImage? image, [NotNullWhen(false)] out string? reason)
    {
        image = null;
        if (bytes.Length < HeaderBytes || !bytes.StartsWith("AVB0"u8))
        {
            reason = "No vbmeta struct begins here.";
            return false;
        }

        var authentication = Number(bytes, 12);
        var auxiliary = Number(bytes, 20);
        var algorithm = BinaryPrimitives.ReadUInt32BigEndian(bytes[28..]);
        if (BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]) != NewestMajor || algorithm > LastAlgorithm)
        {
            reason = "The vbmeta struct is of a version or an algorithm that is not known here.";
            return false;
        }

        if (authentication > MaxBytes || auxiliary > MaxBytes || authentication % 64 != 0 || auxiliary % 64 != 0
            || HeaderBytes + authentication + auxiliary > (ulong)Math.Min(bytes.Length, MaxBytes))
        {
            reason = "The vbmeta struct is cut off or larger than any may be.";
            return false;
        }

        var authenticationBlock = bytes.Slice(HeaderBytes, (int)authentication);
        var auxiliaryBlock = bytes.Slice(HeaderBytes + (int)authentication, (int)auxiliary);
        if (!TryPart(authenticationBlock, bytes, 32, out var hash) || !TryPart(authenticationBlock, bytes, 48, out var signature)
            || !TryPart(auxiliaryBlock, bytes, 64, out var publicKey) || !TryPart(auxiliaryBlock, bytes, 80, out _)
            || !TryPart(auxiliaryBlock, bytes, 96, out var descriptors))
        {
            reason = "A part of the vbmeta struct lies outside of it.";
            return false;
        }

        if (!VbmetaDescriptorReader.TryRead(descriptors, out var covered))
        {
            reason = "A descriptor of the vbmeta struct is cut off.";
            return false;
        }

        image = new VbmetaImage
        {
            Algorithm = algorithm,
            RollbackIndex = Number(bytes, 112),
            Flags = BinaryPrimitives.ReadUInt32BigEndian(bytes[120..]),
            RollbackIndexLocation = BinaryPrimitives.ReadUInt32BigEndian(bytes[124..]),
            PublicKey = [.. publicKey],
            Descriptors = covered,
            IsSignatureValid = VbmetaSignature.IsValid(algorithm, bytes[..HeaderBytes], auxiliaryBlock, hash, signature, publicKey),
        };
        reason = null;
        return true;
    }

    private static bool TryPart(ReadOnlySpan<byte> block, ReadOnlySpan<byte> header, int offsetAt, out ReadOnlySpan<byte> part)
    {
        var offset = Number(header, offsetAt);
        var length = Number(header, offsetAt + 8);
        var isInside = offset <= (ulong)block.Length && length <= (ulong)block.Length - offset;
        part = isInside ? block.Slice((int)offset, (int)length) : [];
        return isInside;
    }

    private static ulong Number(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt64BigEndian(bytes[at..]);
}

using System.Security.Cryptography;

namespace Espero.Station.Recipes.VerifiedBoot;

/// <summary>
/// Compares an image with the hash that a vbmeta names for it, piece by piece: the salt first, then as many bytes as the descriptor
/// covers. What follows in the image, its footer for one, is not covered. Not for use by two threads at once.
/// </summary>
public sealed class VbmetaHash : IDisposable
{
    private readonly VbmetaDescriptor _descriptor;
    private readonly IncrementalHash _hash;
    private ulong _leftBytes;

    private VbmetaHash(VbmetaDescriptor descriptor, HashAlgorithmName name)
    {
        _descriptor = descriptor;
        _hash = IncrementalHash.CreateHash(name);
        _hash.AppendData(descriptor.Salt.AsSpan());
        _leftBytes = descriptor.ImageSizeBytes;
    }

    /// <summary>Null for a descriptor that names no hash of a whole image, or one of an algorithm that is not known here.</summary>
    public static VbmetaHash? Begin(VbmetaDescriptor descriptor) => (descriptor.Kind, descriptor.HashAlgorithm) switch
    {
        (VbmetaCover.Hash, "sha256") => new VbmetaHash(descriptor, HashAlgorithmName.SHA256),
        (VbmetaCover.Hash, "sha512") => new VbmetaHash(descriptor, HashAlgorithmName.SHA512),
        _ => null,
    };

    /// <summary>The next bytes of the image.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        var covered = bytes[..(int)Math.Min((ulong)bytes.Length, _leftBytes)];
        _hash.AppendData(covered);
        _leftBytes -= (ulong)covered.Length;
    }

    /// <summary>Whether the image is the one that was signed; false when it was too short. Ask once, after the last bytes.</summary>
    public bool IsRight() => _hash.GetHashAndReset().AsSpan().SequenceEqual(_descriptor.Digest.AsSpan()) && _leftBytes == 0;

    public void Dispose() => _hash.Dispose();
}

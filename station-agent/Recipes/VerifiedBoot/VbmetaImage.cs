using System.Collections.Immutable;
using System.Security.Cryptography;

namespace Espero.Station.Recipes.VerifiedBoot;

/// <summary>
/// What a vbmeta struct says (AOSP external/avb, libavb/avb_vbmeta_image.h): by whom a system is signed, how new it is, and which
/// partitions the signature covers.
/// </summary>
public sealed class VbmetaImage
{
    /// <summary>0 for an unsigned struct; 1 to 6 for RSA over SHA-256 or SHA-512.</summary>
    public required uint Algorithm { get; init; }

    /// <summary>A phone that is locked never goes back below it, per location.</summary>
    public required ulong RollbackIndex { get; init; }

    /// <summary>Where in the phone the index is kept; 0 for the main struct.</summary>
    public required uint RollbackIndexLocation { get; init; }

    /// <summary>Bit 0 switches the hash trees off, bit 1 every verification.</summary>
    public required uint Flags { get; init; }

    /// <summary>As the phone keeps it (avb_pkmd.bin); empty when unsigned.</summary>
    public required ImmutableArray<byte> PublicKey { get; init; }

    public required ImmutableArray<VbmetaDescriptor> Descriptors { get; init; }

    /// <summary>Whether the signature is whole and belongs to <see cref="PublicKey"/>. It says nothing about whose key that is.</summary>
    public required bool IsSignatureValid { get; init; }

    /// <summary>Whether a locked phone would check everything: no flag switches a check off.</summary>
    public bool ChecksEverything => Flags == 0;

    /// <summary>Of the public key, 64 lower-case hexadecimal digits: equal to the hash of the file that avb-key sends.</summary>
    public string PublicKeySha256 => Convert.ToHexStringLower(SHA256.HashData(PublicKey.AsSpan()));
}

using System.Collections.Immutable;

namespace Espero.Station.Recipes.VerifiedBoot;

/// <summary>One partition that a vbmeta struct covers.</summary>
/// <param name="Kind">How it is covered.</param>
/// <param name="Partition">Its name without the slot's suffix.</param>
/// <param name="ImageSizeBytes">How much of the partition is covered; 0 for a chained partition.</param>
/// <param name="HashAlgorithm">"sha256" or "sha512" as a rule; empty for a chained partition.</param>
/// <param name="Salt">Stands before the image in its hash; empty for a chained partition.</param>
/// <param name="Digest">Of the image or of the root of its tree; empty for a chained partition.</param>
/// <param name="PublicKey">Whose signature the partition's own struct must bear; empty unless chained.</param>
public sealed record VbmetaDescriptor(
    VbmetaCover Kind,
    string Partition,
    ulong ImageSizeBytes,
    string HashAlgorithm,
    ImmutableArray<byte> Salt,
    ImmutableArray<byte> Digest,
    ImmutableArray<byte> PublicKey);

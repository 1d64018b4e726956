using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Espero.Station.Domain.Flashing.Preflight;
using Espero.Station.Domain.Flashing.Simulation;
using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.VerifiedBoot;
using Espero.Station.Recipes.Vocabulary;

namespace Espero.Station.Domain.Flashing.Relocking;

/// <summary>The images that a plan has written by the time it locks, with what was read of their vbmeta structs.</summary>
internal sealed class RelockImages
{
    private const string Main = "vbmeta";

    private readonly PreflightSubject _subject;
    private readonly ImmutableArray<(string Partition, string File)> _written;
    private readonly ImmutableArray<string> _unsure;

    private RelockImages(
        PreflightSubject subject, ImmutableArray<(string Partition, string File)> written, ImmutableArray<string> unsure)
    {
        (_subject, _written, _unsure) = (subject, written, unsure);
        Structs = [.. Files(written).Where(subject.Vbmeta.ContainsKey).Select(file => (file, subject.Vbmeta[file]))];
    }

    public ImmutableArray<(string File, VbmetaImage Image)> Structs { get; }

    /// <summary>By partition without its slot; what was only erased is not among them.</summary>
    public static RelockImages Of(PhoneSimulation phone, PreflightSubject subject) => new(
        subject,
        [
            .. phone.Written
                .Where(written => written.Value.Length > 0)
                .Select(written => (PartitionCatalogue.WithoutSlot(written.Key), written.Value))
                .Distinct()
                .Order(),
        ],
        [.. phone.Unsure.Where(name => IsChecked(PartitionCatalogue.WithoutSlot(name))).Order(StringComparer.Ordinal)]);

    public IEnumerable<RelockGap> Signatures()
    {
        foreach (var (partition, file) in _written.Where(one => IsStruct(one.Partition) && !_subject.Vbmeta.ContainsKey(one.File)))
        {
            yield return new(RelockProof.Signatures, $"{file} for {partition} was not read as a vbmeta.");
        }

        if (!_written.Any(written => written.Partition == Main))
        {
            yield return new(RelockProof.Signatures, "the plan writes no vbmeta.");
        }

        foreach (var (file, _) in Structs.Where(one => !one.Image.IsSignatureValid))
        {
            yield return new(RelockProof.Signatures, $"{file} is not signed, or its signature is broken.");
        }
    }

    public IEnumerable<RelockGap> Coverage()
    {
        foreach (var name in _unsure)
        {
            yield return new(RelockProof.Coverage, $"what {name} holds is not sure: a write to it failed, or may have been passed over.");
        }

        if (Structs.IsEmpty)
        {
            yield return new(RelockProof.Coverage, "no vbmeta was read, so nothing says what the other images must be.");
            yield break;
        }

        var covered = Structs.SelectMany(one => one.Image.Descriptors).ToLookup(one => one.Partition, StringComparer.Ordinal);
        foreach (var partition in covered.Select(one => one.Key).Except(_written.Select(one => one.Partition), StringComparer.Ordinal))
        {
            yield return new(RelockProof.Coverage, $"a vbmeta names {partition}, and what it holds was not written by this plan.");
        }

        foreach (var (partition, file) in _written.Where(written => !IsStruct(written.Partition) && IsChecked(written.Partition)))
        {
            if (!covered.Contains(partition))
            {
                yield return new(RelockProof.Coverage, $"no vbmeta names {partition}.");
            }
            else if (covered[partition].Any(one => one.Kind == VbmetaCover.Hash) && !_subject.VerifiedImages.Contains(file))
            {
                yield return new(RelockProof.Coverage, $"{file} was not found to have the hash that vbmeta names for {partition}.");
            }
        }
    }

    public IEnumerable<RelockGap> TrustedKey(string? keyFile)
    {
        // The file that avb-key sends is the public key exactly as the struct carries it.
        var given = _subject.Plan.Files.FirstOrDefault(file => file.Name == keyFile) is { } key
            ? Convert.ToHexStringLower(key.Sha256.Span)
            : null;
        foreach (var (_, file) in _written.Where(written => written.Partition == Main))
        {
            if (given is null)
            {
                yield return new(RelockProof.TrustedKey, "the plan gives the phone no key.");
            }
            else if (_subject.Vbmeta.TryGetValue(file, out var image) && image.PublicKeySha256 != given)
            {
                yield return new(RelockProof.TrustedKey, $"{file} is signed by another key than {keyFile}.");
            }
        }
    }

    public IEnumerable<RelockGap> RollbackIndexes(PhoneFacts facts)
    {
        foreach (var (file, image) in Structs)
        {
            var kept = facts.Getvar($"rollback-index:{image.RollbackIndexLocation}");
            if (ulong.TryParse(kept, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && image.RollbackIndex < index)
            {
                yield return new(RelockProof.RollbackIndexes, $"{file} has the index {image.RollbackIndex}; the phone keeps {index}.");
            }
        }
    }

    private static FrozenSet<string> Files(ImmutableArray<(string Partition, string File)> written) =>
        written.Select(one => one.File).ToFrozenSet(StringComparer.Ordinal);

    private static bool IsStruct(string partition) => partition.StartsWith(Main, StringComparison.Ordinal);

    // The boot chain and the radio bear their makers' own signatures; a locked phone checks the rest by vbmeta.
    private static bool IsChecked(string partition) =>
        PartitionCatalogue.ClassOf(partition) is not (PartitionClass.BootChain or PartitionClass.Radio);
}

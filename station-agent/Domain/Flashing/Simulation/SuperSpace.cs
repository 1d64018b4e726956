using System.Collections.Immutable;
using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Facts;

namespace Espero.Station.Domain.Flashing.Simulation;

/// <summary>
/// The room inside super: what its logical partitions of both slots take. When fastbootd was not asked yet, only what the plan
/// itself puts there is counted, which is the least that it needs.
/// </summary>
/// <param name="SizeBytes">Of super itself.</param>
/// <param name="Logical">By the phone's own names; in bytes, as they were asked for.</param>
/// <param name="IsWhole">Whether <paramref name="Logical"/> holds every logical partition.</param>
public sealed record SuperSpace(ulong SizeBytes, ImmutableDictionary<string, ulong> Logical, bool IsWhole)
{
    /// <summary>Partitions inside super begin at multiples of it (AOSP fs_mgr/liblp, DEFAULT_PARTITION_ALIGNMENT).</summary>
    public const ulong AlignmentBytes = 1UL << 20;

    /// <summary>The geometry and both copies of the tables, to the next multiple of the alignment.</summary>
    public const ulong ReservedBytes = AlignmentBytes;

    private const string SizePrefix = "partition-size:";

    /// <summary>With the gaps that alignment leaves.</summary>
    public ulong UsedBytes => ReservedBytes + Logical.Values.Aggregate(0UL, (sum, sizeBytes) => sum + Aligned(sizeBytes));

    /// <summary>0 when it is over-full.</summary>
    public ulong FreeBytes => UsedBytes < SizeBytes ? SizeBytes - UsedBytes : 0;

    public bool Fits => UsedBytes <= SizeBytes;

    /// <summary>Null when the phone has no super, or does not tell its size.</summary>
    public static SuperSpace? Read(PhoneFacts facts)
    {
        if (facts.PartitionSizeBytes(facts.Getvar("super-partition-name") ?? "super") is not { } sizeBytes)
        {
            return null;
        }

        var logical = ImmutableDictionary.CreateBuilder<string, ulong>(StringComparer.Ordinal);
        foreach (var name in facts.All.Select(fact => NameIn(fact.Key)).OfType<string>().Distinct())
        {
            if (facts.Getvar($"is-logical:{name}") == "yes" && facts.PartitionSizeBytes(name) is { } bytes)
            {
                logical[name] = bytes;
            }
        }

        return new SuperSpace(sizeBytes, logical.ToImmutable(), facts.KnowsFastbootd || facts.Getvar("is-userspace") == "yes");
    }

    /// <summary>With one partition of this size, new or changed. It may no longer fit.</summary>
    public SuperSpace With(string partition, ulong sizeBytes) => this with { Logical = Logical.SetItem(partition, sizeBytes) };

    public SuperSpace Without(string partition) => this with { Logical = Logical.Remove(partition) };

    /// <summary>After the layout was written anew: which partitions it has is in an image that nobody here has read.</summary>
    public SuperSpace Anew() => this with { Logical = Logical.Clear(), IsWhole = false };

    /// <summary>When nobody knows which of two it is: the fuller one, of which it is not known what it holds.</summary>
    public SuperSpace Or(SuperSpace other) =>
        ReferenceEquals(this, other) ? this : (UsedBytes > other.UsedBytes ? this : other) with { IsWhole = false };

    /// <summary>The sum, for people.</summary>
    public string Describe() =>
        $"super has {SizeBytes} bytes; {Logical.Count} logical partitions of {(IsWhole ? "all slots" : "this plan alone")} "
        + $"take {UsedBytes} with alignment and tables.";

    private static ulong Aligned(ulong sizeBytes) =>
        sizeBytes > ulong.MaxValue / 4 ? ulong.MaxValue / 4 : (sizeBytes + AlignmentBytes - 1) / AlignmentBytes * AlignmentBytes;

    private static string? NameIn(string fact)
    {
        var prefix = FactName.SourceOf(fact);
        var name = prefix is FactName.Getvar or FactName.Fastbootd && fact.Length > prefix.Length ? fact[(prefix.Length + 1)..] : "";
        return name.StartsWith(SizePrefix, StringComparison.Ordinal) ? name[SizePrefix.Length..] : null;
    }
}

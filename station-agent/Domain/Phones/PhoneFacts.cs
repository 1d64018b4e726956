using System.Collections.Immutable;
using System.Globalization;
using Espero.Plan.V1;
using Espero.Station.Recipes.Facts;

namespace Espero.Station.Domain.Phones;

/// <summary>
/// What a phone said about itself at one moment: "getvar.product", "getvar.partition-size:boot_a", "getprop.ro.product.device".
/// Immutable; a new look at the phone makes a new value.
/// </summary>
public sealed class PhoneFacts
{
    public static readonly PhoneFacts None = new([]);

    private const string PartitionSize = "partition-size:";
    private const string IsUserspace = $"{FactName.Fastbootd}.is-userspace";

    private readonly ImmutableDictionary<string, string> _facts;

    /// <summary>The last of two equal names counts. An empty value means absent: older bootloaders answer so.</summary>
    public PhoneFacts(IEnumerable<KeyValuePair<string, string>> facts)
        : this(Put(ImmutableDictionary.Create<string, string>(StringComparer.Ordinal), facts))
    {
    }

    private PhoneFacts(ImmutableDictionary<string, string> facts)
    {
        _facts = facts;
    }

    public int Count => _facts.Count;

    public IEnumerable<KeyValuePair<string, string>> All => _facts;

    /// <summary>"a" or "b"; null when the phone has no slots or does not say.</summary>
    public string? CurrentSlot => Getvar("current-slot")?.TrimStart('_') is "a" or "A" ? "a"
        : Getvar("current-slot")?.TrimStart('_') is "b" or "B" ? "b"
        : null;

    /// <summary>Whether the phone tells its partitions at all. Old bootloaders do not.</summary>
    public bool ListsPartitions =>
        Has($"{FactName.Getvar}.{PartitionSize}") || Has($"{FactName.Fastbootd}.{PartitionSize}") || SpeaksAs(FactName.Partition);

    /// <summary>Whether fastbootd was asked: only it tells the partitions inside super.</summary>
    public bool KnowsFastbootd => SpeaksAs(FactName.Fastbootd);

    /// <summary>Whether any fact was read in this way, such as "getprop".</summary>
    public bool SpeaksAs(string prefix) => Has($"{prefix}.");

    /// <summary>Null when not known.</summary>
    public string? Find(string fact) => fact.StartsWith("partition.", StringComparison.Ordinal)
        ? PartitionSizeBytes(fact["partition.".Length..])?.ToString(CultureInfo.InvariantCulture)
        : fact.StartsWith("getvar.", StringComparison.Ordinal) ? Getvar(fact["getvar.".Length..])
        : _facts.GetValueOrDefault(fact);

    /// <summary>The value of a bootloader's variable, or else of fastbootd's; null when not known.</summary>
    public string? Getvar(string name) =>
        _facts.GetValueOrDefault($"{FactName.Getvar}.{name}") ?? _facts.GetValueOrDefault($"{FactName.Fastbootd}.{name}");

    /// <summary>These facts with one of them set; an empty value takes it out.</summary>
    public PhoneFacts With(string fact, string value) => With([KeyValuePair.Create(fact, value)]);

    /// <summary>
    /// These facts and newer ones, which win. What a newer look at fastbootd says also replaces what the bootloader said under the
    /// same name, and the other way round: the phone has one current slot. So has it one charge, whoever told it last.
    /// </summary>
    public PhoneFacts With(IEnumerable<KeyValuePair<string, string>> newer)
    {
        var fresh = newer.ToList();
        var outdated = fresh.Select(fact => TwinOf(fact.Key)).OfType<string>().Concat(ChargeFacts.OutdatedBy(fresh.Select(fact => fact.Key)));
        return new(Put(_facts.RemoveRange(outdated), fresh));
    }

    /// <summary>
    /// These facts and what one look at the phone told: what another mode told is still known, what this one no longer says is not.
    /// That fastbootd was there says nothing once the bootloader speaks.
    /// </summary>
    public PhoneFacts Learn(PhoneFacts told)
    {
        var sources = told._facts.Keys.Select(FactName.SourceOf).ToHashSet(StringComparer.Ordinal);
        var kept = _facts.Where(fact => !sources.Contains(FactName.SourceOf(fact.Key)));
        return new PhoneFacts(sources.Contains(FactName.Getvar) ? kept.Where(fact => fact.Key != IsUserspace) : kept).With(told._facts);
    }

    /// <summary>These facts without what tells the lock: after an unlock or a lock, what was read before it is no longer so.</summary>
    public PhoneFacts WithoutLockState() => new(_facts.RemoveRange(LockFacts.Names));

    /// <summary>What both say, with the same value.</summary>
    public PhoneFacts CommonWith(PhoneFacts other) => ReferenceEquals(this, other)
        ? this
        : new(_facts.RemoveRange(_facts.Where(fact => other._facts.GetValueOrDefault(fact.Key) != fact.Value).Select(fact => fact.Key)));

    /// <summary>Null when the phone does not say.</summary>
    public bool? HasSlots(string partition) => Getvar($"has-slot:{partition}") switch
    {
        "yes" => true,
        "no" => false,
        _ => null,
    };

    /// <summary>
    /// The names that the phone itself gives to a partition in a slot: none when the slot cannot be told (see
    /// <see cref="CurrentSlot"/>), two for both slots. A partition of which nothing is known about slots keeps its name, unless
    /// the phone lists one that is called "…_a" or "…_b" without being a slot.
    /// </summary>
    public IReadOnlyList<string> NamesOf(string partition, Slot slot)
    {
        if (HasSlots(partition) is not true)
        {
            return [LetteredName(partition, slot) is { } lettered && HasPartition(lettered) ? lettered : partition];
        }

        return slot switch
        {
            Slot.A => [$"{partition}_a"],
            Slot.B => [$"{partition}_b"],
            Slot.Both => [$"{partition}_a", $"{partition}_b"],
            Slot.Other => CurrentSlot is { } current ? [$"{partition}_{Other(current)}"] : [],
            Slot.Unspecified => CurrentSlot is { } current ? [$"{partition}_{current}"] : [],
        };
    }

    /// <summary>Whether the phone said that it has this partition, perhaps without a size.</summary>
    public bool HasPartition(string partition) =>
        PartitionSizeBytes(partition) is not null || _facts.ContainsKey($"{FactName.Partition}.{partition}");

    /// <summary>Of a partition by the phone's own name, or by the name without a slot for the current one; null when not known.</summary>
    public ulong? PartitionSizeBytes(string partition)
    {
        if (_facts.TryGetValue($"{FactName.Partition}.{partition}", out var listed))
        {
            return ulong.TryParse(listed, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes : null;
        }

        var text = Getvar(PartitionSize + partition)
            ?? (CurrentSlot is { } slot ? Getvar($"{PartitionSize}{partition}_{slot}") : null);
        if (text is null)
        {
            return null;
        }

        // Hexadecimal, with or without 0x (AOSP fastboot/README.md, "partition-size").
        var digits = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? text.AsSpan(2) : text;
        return ulong.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var sizeBytes) ? sizeBytes : null;
    }

    /// <summary>The name that a slot which is named by its letter gives; null for a slot that depends on the current one.</summary>
    public static string? LetteredName(string partition, Slot slot) => slot switch
    {
        Slot.A => $"{partition}_a",
        Slot.B => $"{partition}_b",
        _ => null,
    };

    private static string Other(string slot) => slot == "a" ? "b" : "a";

    private static string? TwinOf(string fact) => FactName.SourceOf(fact) switch
    {
        FactName.Getvar => FactName.InFastbootd(fact),
        FactName.Fastbootd => FactName.Getvar + fact[FactName.Fastbootd.Length..],
        _ => null,
    };

    private static ImmutableDictionary<string, string> Put(
        ImmutableDictionary<string, string> known, IEnumerable<KeyValuePair<string, string>> facts)
    {
        var all = known.ToBuilder();
        foreach (var (name, value) in facts)
        {
            all[name] = value.Trim();
        }

        all.RemoveRange([.. all.Where(fact => fact.Value.Length == 0).Select(fact => fact.Key)]);
        return all.ToImmutable();
    }

    private bool Has(string beginning) => _facts.Keys.Any(name => name.StartsWith(beginning, StringComparison.Ordinal));
}

using System.Collections.Frozen;
using System.Globalization;
using Espero.Plan.V1;

namespace Espero.Station.Domain.Phones;

/// <summary>
/// What a phone said about itself at one moment: "getvar.product", "getvar.partition-size:boot_a", "getprop.ro.product.device".
/// Immutable; a new look at the phone makes a new value.
/// </summary>
public sealed class PhoneFacts
{
    public static readonly PhoneFacts None = new([]);

    private readonly FrozenDictionary<string, string> _facts;

    /// <summary>The last of two equal names counts. An empty value means absent: older bootloaders answer so.</summary>
    public PhoneFacts(IEnumerable<KeyValuePair<string, string>> facts)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in facts)
        {
            known[name] = value.Trim();
        }

        _facts = known.Where(fact => fact.Value.Length > 0).ToFrozenDictionary(StringComparer.Ordinal);
    }

    public int Count => _facts.Count;

    public IEnumerable<KeyValuePair<string, string>> All => _facts;

    /// <summary>"a" or "b"; null when the phone has no slots or does not say.</summary>
    public string? CurrentSlot => Getvar("current-slot")?.TrimStart('_') is "a" or "A" ? "a"
        : Getvar("current-slot")?.TrimStart('_') is "b" or "B" ? "b"
        : null;

    /// <summary>Whether the bootloader tells the sizes of its partitions at all. Old ones do not.</summary>
    public bool ListsPartitions => _facts.Keys.Any(name => name.StartsWith("getvar.partition-size:", StringComparison.Ordinal));

    /// <summary>Null when not known.</summary>
    public string? Find(string fact) => fact.StartsWith("partition.", StringComparison.Ordinal)
        ? PartitionSizeBytes(fact["partition.".Length..])?.ToString(CultureInfo.InvariantCulture)
        : _facts.GetValueOrDefault(fact);

    /// <summary>The value of a bootloader's variable; null when not known.</summary>
    public string? Getvar(string name) => _facts.GetValueOrDefault($"getvar.{name}");

    /// <summary>Null when the phone does not say.</summary>
    public bool? HasSlots(string partition) => Getvar($"has-slot:{partition}") switch
    {
        "yes" => true,
        "no" => false,
        _ => null,
    };

    /// <summary>
    /// The names that the phone itself gives to a partition in a slot: none when the slot cannot be told (see
    /// <see cref="CurrentSlot"/>), two for both slots. A partition of which nothing is known about slots keeps its name.
    /// </summary>
    public IReadOnlyList<string> NamesOf(string partition, Slot slot)
    {
        if (HasSlots(partition) is not true)
        {
            return [partition];
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

    /// <summary>Of a partition by the phone's own name, or by the name without a slot for the current one; null when not known.</summary>
    public ulong? PartitionSizeBytes(string partition)
    {
        var text = Getvar($"partition-size:{partition}")
            ?? (CurrentSlot is { } slot ? Getvar($"partition-size:{partition}_{slot}") : null);
        if (text is null)
        {
            return null;
        }

        // Hexadecimal, with or without 0x (AOSP fastboot/README.md, "partition-size").
        var digits = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? text.AsSpan(2) : text;
        return ulong.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var sizeBytes) ? sizeBytes : null;
    }

    private static string Other(string slot) => slot == "a" ? "b" : "a";
}

using System.Collections.Immutable;
using Espero.Station.Recipes.KeyCombinations;

namespace Espero.Station.Recipes.Models;

/// <summary>What the data sets say about one model. Each list holds one entry a statement, contradictions included.</summary>
public sealed class ModelFacts
{
    /// <summary>Stands in an id for a maker that no data set names.</summary>
    internal const string UnknownVendor = "unknown";

    /// <summary>One spelling of <see cref="VendorName"/>; empty when no data set names the maker.</summary>
    public required string Vendor { get; init; }

    /// <summary>In the letter case of the first set that names the model.</summary>
    public required string Codename { get; init; }

    /// <summary>"vendor/codename", as recipes write it.</summary>
    public string Id => $"{(Vendor.Length == 0 ? UnknownVendor : Vendor)}/{Codename}";

    /// <summary>What each set calls the model, where it means the name that the phone's own programs give.</summary>
    public ImmutableArray<Sourced<string>> Codenames { get; init; } = [];

    /// <summary>Further makers under whose name it is sold or built: a Nexus has two.</summary>
    public ImmutableArray<Sourced<string>> OtherVendors { get; init; } = [];

    /// <summary>Marketing names, with the maker's or without.</summary>
    public ImmutableArray<Sourced<string>> Names { get; init; } = [];

    /// <summary>The one of them that says most: with the maker's name rather than "4". Null when it has none.</summary>
    public string? Title => Names.Select(name => name.Value).MaxBy(name => name.Length);

    /// <summary>Further names that programs on the phone use for it: other regions, other systems.</summary>
    public ImmutableArray<Sourced<string>> Aliases { get; init; } = [];

    /// <summary>What is printed on its back: "SM-A528B".</summary>
    public ImmutableArray<Sourced<string>> ModelNumbers { get; init; } = [];

    public ImmutableArray<Sourced<Chip>> Chips { get; init; } = [];

    public ImmutableArray<Sourced<PhoneKind>> Kinds { get; init; } = [];

    /// <summary>Whether its partitions come in two slots.</summary>
    public ImmutableArray<Sourced<bool>> HasSlots { get; init; } = [];

    /// <summary>Whether its system lives in logical partitions inside "super".</summary>
    public ImmutableArray<Sourced<bool>> HasDynamicPartitions { get; init; } = [];

    /// <summary>Names that a set writes to, in small letters, without the slot's suffix.</summary>
    public ImmutableArray<Sourced<string>> Partitions { get; init; } = [];

    public ImmutableArray<Sourced<UnlockFact>> Unlocks { get; init; } = [];

    /// <summary>Which keys lead into a mode.</summary>
    public ImmutableArray<Sourced<KeysFact>> Keys { get; init; } = [];

    /// <summary>Carriers whose variant a file describes.</summary>
    public ImmutableArray<Sourced<string>> Carriers { get; init; } = [];

    public ImmutableArray<Sourced<SystemFact>> Systems { get; init; } = [];

    public ImmutableArray<Sourced<FirmwareFact>> Firmware { get; init; } = [];

    public ImmutableArray<Sourced<int>> ReleaseYears { get; init; } = [];

    /// <summary>Every file that says something about this model.</summary>
    public ImmutableArray<Origin> Origins { get; init; } = [];

    /// <summary>The data sets that say something about this model, in the order in which they are read.</summary>
    public ImmutableArray<string> DataSets => [.. Origins.Select(origin => origin.DataSet).Distinct()];

    /// <summary>The first combination into a mode that is understood as a whole; null when no data set tells one.</summary>
    /// <param name="mode">As a recipe writes it: "bootloader".</param>
    public KeyCombination? KeysInto(string mode) => Keys
        .Where(keys => keys.Value.Mode == mode)
        .Select(keys => keys.Value.Combination)
        .FirstOrDefault(combination => combination is { NeedsKeys: true });

    /// <summary>Only what other data sets say: a twin made of it does not repeat the set's own mistakes.</summary>
    public ModelFacts Without(string dataSet) => Keep(origin => origin.DataSet != dataSet);

    /// <summary>Only what this data set says.</summary>
    public ModelFacts Only(string dataSet) => Keep(origin => origin.DataSet == dataSet);

    /// <summary>Only what these files say.</summary>
    public ModelFacts Keep(Func<Origin, bool> isKept)
    {
        return new ModelFacts
        {
            Vendor = Vendor,
            Codename = Codename,
            Codenames = Kept(Codenames),
            OtherVendors = Kept(OtherVendors),
            Names = Kept(Names),
            Aliases = Kept(Aliases),
            ModelNumbers = Kept(ModelNumbers),
            Chips = Kept(Chips),
            Kinds = Kept(Kinds),
            HasSlots = Kept(HasSlots),
            HasDynamicPartitions = Kept(HasDynamicPartitions),
            Partitions = Kept(Partitions),
            Unlocks = Kept(Unlocks),
            Keys = Kept(Keys),
            Carriers = Kept(Carriers),
            Systems = Kept(Systems),
            Firmware = Kept(Firmware),
            ReleaseYears = Kept(ReleaseYears),
            Origins = [.. Origins.Where(isKept)],
        };

        ImmutableArray<Sourced<T>> Kept<T>(ImmutableArray<Sourced<T>> all) => [.. all.Where(one => isKept(one.Origin))];
    }

    /// <summary>The statements of several files about one model; the first names it.</summary>
    internal static ModelFacts Join(IReadOnlyList<ModelFacts> parts)
    {
        return new ModelFacts
        {
            Vendor = parts.Select(part => part.Vendor).FirstOrDefault(vendor => vendor.Length > 0, ""),
            Codename = parts[0].Codename,
            Codenames = All(part => part.Codenames),
            OtherVendors = All(part => part.OtherVendors),
            Names = All(part => part.Names),
            Aliases = All(part => part.Aliases),
            ModelNumbers = All(part => part.ModelNumbers),
            Chips = All(part => part.Chips),
            Kinds = All(part => part.Kinds),
            HasSlots = All(part => part.HasSlots),
            HasDynamicPartitions = All(part => part.HasDynamicPartitions),
            Partitions = All(part => part.Partitions),
            Unlocks = All(part => part.Unlocks),
            Keys = All(part => part.Keys),
            Carriers = All(part => part.Carriers),
            Systems = All(part => part.Systems),
            Firmware = All(part => part.Firmware),
            ReleaseYears = All(part => part.ReleaseYears),
            Origins = All(part => part.Origins),
        };

        ImmutableArray<T> All<T>(Func<ModelFacts, ImmutableArray<T>> list) => [.. parts.SelectMany(part => list(part)).Distinct()];
    }
}

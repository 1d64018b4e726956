using System.Collections.Immutable;
using Espero.Station.Recipes.Source;

namespace Espero.Station.Recipes.Models;

/// <summary>One public project's data: the folder it lies in, and who reads it.</summary>
internal sealed record DataSet(string Folder, Func<SourceMap, Origin, IEnumerable<ModelFacts>> Read)
{
    // The first names a model; so those that write the maker's own codename come first.
    public static readonly ImmutableArray<DataSet> All =
    [
        new("lineage-wiki", LineageSheets.Read),
        new("ubports-installer-configs", UbportsSheets.Read),
        new("openandroidinstaller", OpenAndroidSheets.Read),
        new("postmarketos-pmaports", PostmarketSheets.Read),
        new("eos-installer", EosSheets.Read),
    ];

    /// <summary>The place of a set among all, for reading them in the same order; strangers come last.</summary>
    public static int RankOf(string? folder) => All.TakeWhile(set => set.Folder != folder).Count();
}

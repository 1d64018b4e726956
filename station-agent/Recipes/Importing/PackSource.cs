using System.Collections.Immutable;
using Espero.Station.Recipes.Importing.Eos;
using Espero.Station.Recipes.Importing.Lineage;
using Espero.Station.Recipes.Importing.OpenAndroid;
using Espero.Station.Recipes.Importing.Ubports;
using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Source;

namespace Espero.Station.Recipes.Importing;

/// <summary>A public project whose data can be imported: a pack of its own, under its own licence.</summary>
public sealed class PackSource
{
    private readonly SourceProject _project;

    private PackSource(string kind, string dataSet, Func<SourceMap, ImportScope, IEnumerable<RecipeDraft>> read) =>
        (Kind, _project, Read) = (kind, SourceProject.Find(dataSet)!, read);

    public static ImmutableArray<PackSource> All { get; } =
    [
        new("ubports", UbportsImporter.DataSet, UbportsImporter.Read),
        new("lineage", "lineage-wiki", LineageImporter.Read),
        new("openandroidinstaller", OpenAndroidImporter.DataSet, OpenAndroidImporter.Read),
        new("eos", EosImporter.DataSet, EosImporter.Read),
    ];

    /// <summary>The word of the command, and the name of the pack.</summary>
    public string Kind { get; }

    /// <summary>How the model book calls the data set.</summary>
    public string DataSet => _project.DataSet;

    public string Project => _project.Name;

    public string Licence => _project.Licence;

    /// <summary>Whom to name wherever the pack is shown.</summary>
    public string Attribution => _project.Attribution;

    /// <summary>Turns one file into drafts. What it cannot say is a complaint with its line.</summary>
    internal Func<SourceMap, ImportScope, IEnumerable<RecipeDraft>> Read { get; }

    /// <summary>Null for a word that names none.</summary>
    public static PackSource? Find(string kind) => All.FirstOrDefault(source => source.Kind == kind);
}

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

    private readonly Func<SourceMap, bool> _isItsForm;

    private PackSource(
        string kind, string dataSet, Func<SourceMap, ImportScope, IEnumerable<RecipeDraft>> read, Func<SourceMap, bool> isItsForm) =>
        (Kind, _project, Read, _isItsForm) = (kind, SourceProject.Find(dataSet)!, read, isItsForm);

    public static ImmutableArray<PackSource> All { get; } =
    [
        new("ubports", UbportsImporter.DataSet, UbportsImporter.Read, map => map.Find("operating_systems") is SourceList),
        new("lineage", "lineage-wiki", LineageImporter.Read, map => map.Find("install_method") is SourceScalar),
        new("openandroidinstaller", OpenAndroidImporter.DataSet, OpenAndroidImporter.Read, map => map.Find("metadata") is SourceMap),
        new("eos", EosImporter.DataSet, EosImporter.Read, map => map.Find("steps") is SourceList),
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

    /// <summary>Whose file this is, by what only that project's files have; null for nobody's.</summary>
    internal static PackSource? ByForm(SourceMap file) => All.FirstOrDefault(source => source._isItsForm(file));

    /// <summary>Null for a word that names none.</summary>
    public static PackSource? Find(string kind) => All.FirstOrDefault(source => source.Kind == kind);
}

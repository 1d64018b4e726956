using System.Collections.Immutable;
using Espero.Station.Recipes.Importing.Eos;
using Espero.Station.Recipes.Importing.Lineage;
using Espero.Station.Recipes.Importing.OpenAndroid;
using Espero.Station.Recipes.Importing.Ubports;
using Espero.Station.Recipes.Source;

namespace Espero.Station.Recipes.Importing;

/// <summary>A public project whose data can be imported: a pack of its own, under its own licence.</summary>
public sealed class PackSource
{
    private PackSource(
        string kind,
        string dataSet,
        string project,
        string licence,
        string attribution,
        Func<SourceMap, ImportScope, IEnumerable<RecipeDraft>> read)
    {
        (Kind, DataSet, Project, Licence, Attribution, Read) = (kind, dataSet, project, licence, attribution, read);
    }

    public static ImmutableArray<PackSource> All { get; } =
    [
        new("ubports", UbportsImporter.DataSet, "UBports Installer configurations", "GPL-3.0-or-later", "The UBports Foundation and contributors", UbportsImporter.Read),
        new("lineage", "lineage-wiki", "LineageOS wiki", "CC-BY-SA-3.0", "The LineageOS Project and contributors", LineageImporter.Read),
        new("openandroidinstaller", OpenAndroidImporter.DataSet, "OpenAndroidInstaller", "GPL-3.0", "Tobias Sterbak and contributors", OpenAndroidImporter.Read),
        new("eos", EosImporter.DataSet, "/e/OS installer", "GPL-3.0", "The e Foundation and contributors", EosImporter.Read),
    ];

    /// <summary>The word of the command, and the name of the pack.</summary>
    public string Kind { get; }

    /// <summary>How the model book calls the data set.</summary>
    public string DataSet { get; }

    public string Project { get; }

    public string Licence { get; }

    /// <summary>Whom to name wherever the pack is shown.</summary>
    public string Attribution { get; }

    /// <summary>Turns one file into drafts. What it cannot say is a complaint with its line.</summary>
    internal Func<SourceMap, ImportScope, IEnumerable<RecipeDraft>> Read { get; }

    /// <summary>Null for a word that names none.</summary>
    public static PackSource? Find(string kind) => All.FirstOrDefault(source => source.Kind == kind);
}

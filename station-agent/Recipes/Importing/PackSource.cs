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
    private PackSource()
    {
    }

    public static ImmutableArray<PackSource> All { get; } =
    [
        new()
        {
            Kind = "ubports",
            DataSet = UbportsImporter.DataSet,
            Project = "UBports Installer configurations",
            Licence = "GPL-3.0-or-later",
            Attribution = "The UBports Foundation and contributors",
            Read = UbportsImporter.Read,
        },
        new()
        {
            Kind = "lineage",
            DataSet = "lineage-wiki",
            Project = "LineageOS wiki",
            Licence = "CC-BY-SA-3.0",
            Attribution = "The LineageOS Project and contributors",
            Read = LineageImporter.Read,
        },
        new()
        {
            Kind = "openandroidinstaller",
            DataSet = OpenAndroidImporter.DataSet,
            Project = "OpenAndroidInstaller",
            Licence = "GPL-3.0",
            Attribution = "Tobias Sterbak and contributors",
            Read = OpenAndroidImporter.Read,
        },
        new()
        {
            Kind = "eos",
            DataSet = EosImporter.DataSet,
            Project = "/e/OS installer",
            Licence = "GPL-3.0",
            Attribution = "The e Foundation and contributors",
            Read = EosImporter.Read,
        },
    ];

    /// <summary>The word of the command, and the name of the pack.</summary>
    public required string Kind { get; init; }

    /// <summary>How the model book calls the data set.</summary>
    public required string DataSet { get; init; }

    public required string Project { get; init; }

    public required string Licence { get; init; }

    /// <summary>Whom to name wherever the pack is shown.</summary>
    public required string Attribution { get; init; }

    /// <summary>Turns one file into drafts. What it cannot say is a complaint with its line.</summary>
    internal Func<SourceMap, ImportScope, IEnumerable<RecipeDraft>> Read { get; private init; } = static (_, _) => [];

    /// <summary>Null for a word that names none.</summary>
    public static PackSource? Find(string kind) => All.FirstOrDefault(source => source.Kind == kind);
}

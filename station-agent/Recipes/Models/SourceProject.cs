using System.Collections.Immutable;

namespace Espero.Station.Recipes.Models;

/// <summary>A public project whose data says something about models: whom to name wherever it is shown, and under which licence.</summary>
public sealed class SourceProject
{
    private static readonly Uri Gpl = new("https://www.gnu.org/licenses/gpl-3.0.html");

    // Ends where the name of a file follows; null when the project keeps its data otherwise than we read it.
    private readonly Uri? _files;

    private SourceProject(string dataSet, string name, string licence, Uri licenceText, string attribution, string home, string? files = null)
    {
        (DataSet, Name, Licence, LicenceText, Attribution) = (dataSet, name, licence, licenceText, attribution);
        (Home, _files) = (new Uri(home), files is null ? null : new Uri(files));
    }

    public static ImmutableArray<SourceProject> All { get; } =
    [
        new(
            "lineage-wiki", "LineageOS wiki", "CC-BY-SA-3.0", new Uri("https://creativecommons.org/licenses/by-sa/3.0/"),
            "The LineageOS Project and contributors", "https://wiki.lineageos.org/",
            "https://github.com/LineageOS/lineage_wiki/blob/main/_data/devices/"),
        new(
            "ubports-installer-configs", "UBports Installer configurations", "GPL-3.0-or-later", Gpl,
            "The UBports Foundation and contributors", "https://github.com/ubports/installer-configs",
            "https://github.com/ubports/installer-configs/blob/master/v2/devices/"),
        new(
            "openandroidinstaller", "OpenAndroidInstaller", "GPL-3.0", Gpl,
            "Tobias Sterbak and contributors", "https://github.com/openandroidinstaller-dev/openandroidinstaller",
            "https://github.com/openandroidinstaller-dev/openandroidinstaller/blob/main/openandroidinstaller/assets/configs/"),
        new(
            "postmarketos-pmaports", "postmarketOS pmaports", "GPL-3.0", Gpl,
            "The postmarketOS contributors", "https://gitlab.postmarketos.org/postmarketOS/pmaports"),
        new(
            "eos-installer", "/e/OS installer", "GPL-3.0", Gpl,
            "The e Foundation and contributors", "https://gitlab.e.foundation/e/devices/eos-installer"),
    ];

    /// <summary>As origins name it, which is also the name of its folder.</summary>
    public string DataSet { get; }

    public string Name { get; }

    /// <summary>By its SPDX name.</summary>
    public string Licence { get; }

    public Uri LicenceText { get; }

    /// <summary>Whom to name wherever the data is shown.</summary>
    public string Attribution { get; }

    public Uri Home { get; }

    /// <summary>Null for a data set that none of them is.</summary>
    public static SourceProject? Find(string dataSet) => All.FirstOrDefault(project => project.DataSet == dataSet);

    /// <summary>Where the file can be read at the project itself, or else the project.</summary>
    public Uri AddressOf(string file) => _files is null ? Home : new Uri(_files, Uri.EscapeDataString(file));
}

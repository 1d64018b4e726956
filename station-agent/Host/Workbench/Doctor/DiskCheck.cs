using System.Globalization;

namespace Espero.Station.Workbench.Doctor;

/// <summary>Whether the files of a system have room.</summary>
internal static class DiskCheck
{
    private const long LeastFreeBytes = 10L << 30;
    private const double BytesPerGibibyte = 1L << 30;

    /// <param name="freeBytes">Of the disk that holds a folder; the machine's own in a program.</param>
    public static Finding Look(string dataDirectory, Func<string, long> freeBytes)
    {
        var free = freeBytes(Existing(dataDirectory));
        var english = (free / BytesPerGibibyte).ToString("0.0", CultureInfo.InvariantCulture);
        var french = english.Replace('.', ',');
        return free >= LeastFreeBytes
            ? new Finding("disk", Health.Good, new($"{english} GiB are free for files.", $"{french} Gio sont libres pour les fichiers."))
            : new Finding(
                "disk",
                Health.Doubtful,
                new(
                    $"Only {english} GiB are free for {dataDirectory}; one system needs up to 10. See what takes the room, and make some.",
                    $"Il ne reste que {french} Gio pour {dataDirectory} ; un système en demande jusqu'à 10. "
                    + "Regardez ce qui prend la place, et libérez-en."),
                $"du -xh --max-depth=2 '{Existing(dataDirectory)}' | sort -h | tail");
    }

    // The folder is made by the first run; looking makes nothing.
    private static string Existing(string path)
    {
        var folder = new DirectoryInfo(path);
        while (!folder.Exists && folder.Parent is { } parent)
        {
            folder = parent;
        }

        return folder.FullName;
    }
}

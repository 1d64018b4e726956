using System.Globalization;

namespace Espero.Station.Workbench.Doctor;

/// <summary>Programs that open phones by themselves, in the middle of whatever somebody else does with them.</summary>
internal static class PhoneThieves
{
    private static readonly (string Process, string Mend)[] Known =
    [
        ("fwupd", "sudo systemctl stop fwupd"),
        ("gvfsd-mtp", "systemctl --user stop gvfs-daemon"),
        ("gvfsd-gphoto2", "systemctl --user stop gvfs-daemon"),
        ("ModemManager", "sudo systemctl stop ModemManager"),
        ("adb", "adb kill-server"),
    ];

    /// <param name="proc">Where the kernel shows processes: "/proc".</param>
    /// <param name="ownAdb">The id of our own adb server; null when none runs.</param>
    public static IEnumerable<Finding> Look(string proc, int? ownAdb)
    {
        var running = Running(proc).Where(process => process.Id != ownAdb).ToLookup(process => process.Name, process => process.Id);
        var found = Known.Where(known => running.Contains(known.Process)).ToArray();
        return found.Length == 0
            ? [new Finding("phone-thieves", Health.Good, new("No program that takes phones away is running.", "Aucun programme qui accapare les téléphones ne tourne."))]
            : found.Select(known => new Finding(
                "phone-thieves",
                known.Process == "adb" ? Health.Doubtful : Health.Bad,
                new(
                    $"{known.Process} is running and opens phones by itself, in the middle of a flash too.",
                    $"{known.Process} tourne et ouvre les téléphones tout seul, même au milieu d'une écriture."),
                known.Mend));
    }

    private static IEnumerable<(int Id, string Name)> Running(string proc)
    {
        foreach (var folder in Directory.EnumerateDirectories(proc))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                && NameOf(folder) is { } name)
            {
                yield return (id, name);
            }
        }
    }

    // A process may end between the listing and the reading.
    private static string? NameOf(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "comm")).Trim();
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

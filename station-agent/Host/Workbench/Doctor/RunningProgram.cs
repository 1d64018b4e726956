using System.Globalization;

namespace Espero.Station.Workbench.Doctor;

/// <summary>One process, as the kernel shows it to everybody (proc(5)).</summary>
/// <param name="Name">At most 15 letters: the kernel keeps no more.</param>
/// <param name="Arguments">Its command line; empty where it is hidden.</param>
internal sealed record RunningProgram(int Id, string Name, IReadOnlyList<string> Arguments, int ParentId, string Folder)
{
    private const int ParentField = 1; // behind the name, which may hold anything

    public static IReadOnlyList<RunningProgram> All(string proc) => Directory.Exists(proc)
        ? [.. Directory.EnumerateDirectories(proc).Select(Read).OfType<RunningProgram>()]
        : [];

    // A process may end between the listing and the reading.
    private static RunningProgram? Read(string folder)
    {
        if (!int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return null;
        }

        try
        {
            return new RunningProgram(
                id,
                File.ReadAllText(Path.Combine(folder, "comm")).Trim(),
                File.ReadAllText(Path.Combine(folder, "cmdline")).Split('\0', StringSplitOptions.RemoveEmptyEntries),
                ParentOf(File.ReadAllText(Path.Combine(folder, "stat"))),
                folder);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static int ParentOf(string stat)
    {
        var fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > ParentField
            && int.TryParse(fields[ParentField], NumberStyles.None, CultureInfo.InvariantCulture, out var parent)
            ? parent
            : 0;
    }
}

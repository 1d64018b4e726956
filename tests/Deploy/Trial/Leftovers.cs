namespace Espero.Deploy.Tests.Trial;

/// <summary>Processes that name a clone's folder in their command line: what its scripts started and did not stop.</summary>
internal static class Leftovers
{
    public static IReadOnlyList<string> Of(TrialClone clone) =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Where(folder => int.TryParse(Path.GetFileName(folder), out _))
            .Select(folder => CommandLineOf(folder))
            .Where(line => line.Contains(clone.Root, StringComparison.Ordinal)),
    ];

    private static string CommandLineOf(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline")).Replace('\0', ' ');
        }
        catch (IOException)
        {
            return ""; // it ended between the listing and the reading
        }
    }
}

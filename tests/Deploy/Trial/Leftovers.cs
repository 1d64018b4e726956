using Espero.Testing.Waiting;

namespace Espero.Deploy.Tests.Trial;

/// <summary>Processes that name a clone's folder in their command line: what its scripts started and did not stop.</summary>
internal static class Leftovers
{
    // What waited for a server that has ended is on its way out itself.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    public static Task GoneAsync(TrialClone clone) => Eventually.HoldsAsync(
        $"nothing runs from {clone.Root}", _ => Task.FromResult(Of(clone).Count == 0), Limit, TimeProvider.System, CancellationToken.None);

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

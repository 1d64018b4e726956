namespace Espero.Station.Workbench.Doctor;

/// <summary>The groups that this program runs with, which may lack one that was given since its user logged in.</summary>
internal static class Person
{
    public static IReadOnlySet<string> Groups(PcPlaces places)
    {
        var ids = Lines(Path.Combine(places.Proc, "self", "status"))
            .Where(line => line.StartsWith("Groups:", StringComparison.Ordinal) || line.StartsWith("Gid:", StringComparison.Ordinal))
            .SelectMany(line => line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries).Skip(1))
            .ToHashSet(StringComparer.Ordinal);

        // group(5): name, password, id, members.
        return Lines(places.Groups)
            .Select(line => line.Split(':'))
            .Where(group => group.Length > 2 && ids.Contains(group[2]))
            .Select(group => group[0])
            .ToHashSet(StringComparer.Ordinal);
    }

    private static string[] Lines(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception hidden) when (hidden is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}

using System.Globalization;

namespace Espero.Benchmarks.Measuring;

/// <summary>CPU seconds of programs that go on running, as /proc counts them (proc(5), "stat").</summary>
internal static class CpuTime
{
    private const double TicksPerSecond = 100; // USER_HZ, the same on every architecture of Debian
    private const int ParentField = 1;
    private const int UserTimeField = 11;
    private const int Times = 4; // own user and system time, and those of children that are gone

    /// <summary>Of one process and of all below it.</summary>
    public static double OfTree(int processId)
    {
        var all = ReadAll();
        return Sum(processId);

        double Sum(int id) => (all.TryGetValue(id, out var own) ? own.Seconds : 0)
            + all.Where(one => one.Value.Parent == id).Sum(one => Sum(one.Key));
    }

    public static int ParentOf(int processId) => ReadAll()[processId].Parent;

    /// <summary>The process of this name that was started with this variable (NAME=VALUE), or null.</summary>
    public static int? Find(string name, string variable) =>
        ProcessIds().Cast<int?>().FirstOrDefault(id =>
            ReadOrEmpty($"/proc/{id}/comm").TrimEnd() == name && ReadOrEmpty($"/proc/{id}/environ").Split('\0').Contains(variable));

    private static Dictionary<int, (int Parent, double Seconds)> ReadAll() =>
        ProcessIds().Select(id => (id, Stat: ReadOrEmpty($"/proc/{id}/stat"))).Where(one => one.Stat.Length > 0)
            .ToDictionary(one => one.id, one => Parse(one.Stat));

    // The name in parentheses may hold spaces, so the fields are counted from behind it.
    private static (int Parent, double Seconds) Parse(string stat)
    {
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        var ticks = fields.Skip(UserTimeField).Take(Times).Sum(field => long.Parse(field, CultureInfo.InvariantCulture));
        return (int.Parse(fields[ParentField], CultureInfo.InvariantCulture), ticks / TicksPerSecond);
    }

    private static IEnumerable<int> ProcessIds() =>
        Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => name!.All(char.IsAsciiDigit))
            .Select(name => int.Parse(name!, CultureInfo.InvariantCulture));

    private static string ReadOrEmpty(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return ""; // it ended meanwhile, or it is somebody else's
        }
    }
}

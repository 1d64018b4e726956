using System.Globalization;

namespace Espero.Station.Run;

/// <summary>What the station's PC says of itself.</summary>
/// <param name="memoryPath">The kernel's report; the machine's own in a program, a made one in tests.</param>
internal sealed class StationSelf(TimeProvider time, string memoryPath = StationSelf.MemoryPath)
{
    // Linux, Documentation/filesystems/proc.rst: what can be had without swapping.
    private const string MemoryPath = "/proc/meminfo";
    private const string Available = "MemAvailable:";

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Null when the kernel does not tell.</summary>
    public ulong? FreeMemoryBytes
    {
        get
        {
            var line = File.Exists(memoryPath) ? File.ReadLines(memoryPath).FirstOrDefault(IsAvailable) : null;
            var kibibytes = line?[Available.Length..].Replace("kB", "", StringComparison.Ordinal).Trim();
            return ulong.TryParse(kibibytes, NumberStyles.None, CultureInfo.InvariantCulture, out var free) ? free << 10 : null;
        }
    }

    private static bool IsAvailable(string line) => line.StartsWith(Available, StringComparison.Ordinal);
}

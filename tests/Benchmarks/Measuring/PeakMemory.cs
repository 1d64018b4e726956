using System.Globalization;

namespace Espero.Benchmarks.Measuring;

/// <summary>The most memory that a program ever held, as /proc knows it while the program runs (proc(5), "VmHWM").</summary>
internal static class PeakMemory
{
    private const string Field = "VmHWM:";

    /// <summary>In bytes; 0 for a process that is gone.</summary>
    public static long Of(int processId)
    {
        try
        {
            var line = File.ReadLines($"/proc/{processId}/status").FirstOrDefault(line => line.StartsWith(Field, StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.AsSpan()[Field.Length..^" kB".Length], CultureInfo.InvariantCulture) * 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}

using System.Runtime.InteropServices;

namespace Espero.Benchmarks.Measuring;

/// <summary>
/// Runs a program and asks the kernel what it cost. Not <see cref="System.Diagnostics.Process"/>: that reaps its children
/// itself and keeps nothing of their usage.
/// </summary>
internal static partial class MeasuredProcess
{
    private const int LongsInUsage = 18; // struct rusage: two timevals and fourteen longs
    private const double MicrosecondsPerSecond = 1e6;
    private static readonly TimeSpan MemoryPoll = TimeSpan.FromMilliseconds(5);

    public static async Task<MeasuredRun> RunAsync(TimeProvider time, CancellationToken cancellationToken, params string[] command)
    {
        var begun = time.GetTimestamp();
        var pid = Spawn(command);
        var waiting = Task.Factory.StartNew(
            () => Wait(pid, begun, time), cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var peakBytes = 0L;
        while (!waiting.IsCompleted)
        {
            peakBytes = Math.Max(peakBytes, PeakMemory.Of(pid)); // not ru_maxrss: a child begins with the peak of who spawned it
            await Task.WhenAny(waiting, Task.Delay(MemoryPoll, time, cancellationToken));
        }

        return (await waiting) with { PeakBytes = peakBytes };
    }

    private static int Spawn(string[] command)
    {
        string?[] arguments = ["sh", "-c", "exec \"$@\" >/dev/null 2>&1", "sh", .. command, null];
        string?[] environment = [$"PATH={Environment.GetEnvironmentVariable("PATH")}", $"HOME={Path.GetTempPath()}", null];
        var error = posix_spawn(out var pid, "/bin/sh", 0, 0, arguments, environment);
        return error == 0 ? pid : throw new InvalidOperationException($"posix_spawn failed with {error}.");
    }

    private static MeasuredRun Wait(int pid, long begun, TimeProvider time)
    {
        var usage = new long[LongsInUsage];
        if (wait4(pid, out var status, 0, usage) != pid)
        {
            throw new InvalidOperationException($"wait4 failed with {Marshal.GetLastPInvokeError()}.");
        }

        var wall = time.GetElapsedTime(begun).TotalSeconds;
        var cpu = usage[0] + usage[2] + ((usage[1] + usage[3]) / MicrosecondsPerSecond);
        return new MeasuredRun(status, wall, cpu, PeakBytes: 0);
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int posix_spawn(
        out int pid, string path, nint fileActions, nint attributes, string?[] arguments, string?[] environment);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int wait4(int pid, out int status, int options, [Out] long[] usage);
}

using System.Runtime.InteropServices;

namespace Espero.Testing.Programs;

/// <summary>Signals that .NET itself cannot send.</summary>
internal static class ProcessSignal
{
    // signal(7)
    private const int Int = 2;
    private const int Kill = 9;
    private const int Term = 15;

    public static void Interrupt(int processId) => Send(processId, Int);

    public static void Terminate(int processId) => Send(processId, Term);

    public static void EndAtOnce(int processId) => Send(processId, Kill);

    private static void Send(int processId, int signal)
    {
        // A process that is already gone is what the caller wanted.
        _ = SendSignal(processId, signal);
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int processId, int signal);
}

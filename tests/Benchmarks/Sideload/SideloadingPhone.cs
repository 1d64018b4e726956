using System.Diagnostics;
using System.Globalization;
using Espero.Testing;

namespace Espero.Benchmarks.Sideload;

/// <summary>A virtual phone in sideload mode that discards its package, and an adb server of its own that has met it.</summary>
internal sealed class SideloadingPhone : IDisposable
{
    private const int MaxTries = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private readonly Process _phone;

    private SideloadingPhone(Process phone, int phonePort)
    {
        _phone = phone;
        Serial = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{phonePort}");
    }

    public string ServerPort { get; } = FreePort.Find().ToString(CultureInfo.InvariantCulture);

    /// <summary>What the adb server calls the phone.</summary>
    public string Serial { get; }

    public static async Task<SideloadingPhone> StartAsync(string program, string storePath, CancellationToken cancellationToken)
    {
        var port = FreePort.Find();
        var process = Process.Start(new ProcessStartInfo(
            program,
            ["--model", "virtual-c", "--store", storePath, "--discard", "--mode", "sideload", "--adb", $"tcp:127.0.0.1:{port}"])
        { RedirectStandardOutput = true })!;
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, cancellationToken); // a full pipe would stop it
        var phone = new SideloadingPhone(process, port);
        for (var tries = 1; await phone.AskAdbAsync(["-s", phone.Serial, "get-state"], cancellationToken) != "sideload"; tries++)
        {
            if (tries == MaxTries)
            {
                phone.Dispose();
                throw new InvalidOperationException("The adb server did not meet the phone.");
            }

            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
            await phone.AskAdbAsync(["connect", phone.Serial], cancellationToken);
        }

        return phone;
    }

    public void Dispose()
    {
        using (var stopping = Process.Start("adb", ["-P", ServerPort, "kill-server"]))
        {
            stopping.WaitForExit();
        }

        _phone.Kill();
        _phone.WaitForExit();
        _phone.Dispose();
    }

    private async Task<string> AskAdbAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("adb", ["-P", ServerPort, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ADB_LOCAL_TRANSPORT_MAX_PORT"] = "0"; // it would look for emulators
        using var adb = Process.Start(start)!;
        var said = await adb.StandardOutput.ReadLineAsync(cancellationToken);
        await adb.WaitForExitAsync(cancellationToken);
        return said?.Trim() ?? "";
    }
}

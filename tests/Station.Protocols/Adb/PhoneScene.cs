using System.Text;

namespace Espero.Station.Protocols.Tests.Adb;

/// <summary>Scenes of one service.</summary>
internal static class PhoneScene
{
    public static Func<string, AdbdStream, CancellationToken, Task?> Shell(string command, string output, string errors, byte exitCode) =>
        (service, stream, stop) => service == $"shell,v2,raw:{command}" ? PrintAsync(stream, output, errors, exitCode, stop) : null;

    public static Func<string, AdbdStream, CancellationToken, Task?> Plain(string expected, string output) =>
        (service, stream, stop) => service == expected ? stream.WriteAsync(output, stop) : null;

    public static async Task PrintAsync(AdbdStream stream, string output, string errors, byte exitCode, CancellationToken stop)
    {
        await stream.WriteShellAsync(1, Encoding.UTF8.GetBytes(output), stop);
        await stream.WriteShellAsync(2, Encoding.UTF8.GetBytes(errors), stop);
        await stream.WriteShellAsync(3, new[] { exitCode }, stop);
    }
}

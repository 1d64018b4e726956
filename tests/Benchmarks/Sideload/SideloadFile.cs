using System.Globalization;
using System.Net;
using Espero.Station.Protocols.Adb;
using Espero.Station.Protocols.Adb.Sideload;

namespace Espero.Benchmarks.Sideload;

/// <summary>What <c>adb sideload</c> does, done by Espero's protocol code in a process of its own, through the same adb server.</summary>
internal static class SideloadFile
{
    public const string Command = "sideload-file";

    public static async Task<int> RunAsync(
        string serverPort, string serial, string path, string blockBytes, CancellationToken cancellationToken)
    {
        var server = new IPEndPoint(IPAddress.Loopback, int.Parse(serverPort, CultureInfo.InvariantCulture));
        var options = new AdbOptions { SideloadBlockBytes = int.Parse(blockBytes, CultureInfo.InvariantCulture) };
        var phone = new AdbClient(server, options, TimeProvider.System).Phone(AdbTarget.BySerial(serial));
        var served = await phone.SideloadAsync(path, progress: null, cancellationToken);
        if (served.Succeeded && served.Value.End == SideloadEnd.Finished)
        {
            return 0;
        }

        Console.Error.WriteLine(served.Succeeded ? served.Value.Text : served.Error.Text);
        return 1;
    }
}

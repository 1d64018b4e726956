using System.Globalization;
using System.Text;

namespace Espero.Station.Protocols.Tests.Adb;

/// <summary>The note that a station leaves of its adb server, as a crash would leave it.</summary>
internal static class ServerNote
{
    public static void Write(Stream note, int processId)
    {
        var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/stat"));
        var born = stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[19];
        var boot = File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim();
        note.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{processId} {boot}/{born}")));
    }
}

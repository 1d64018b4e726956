using System.Text.RegularExpressions;

namespace Espero.Station.Protocols.Usb;

/// <summary>The kernel's message that something on a socket could not even say what it is (Linux, drivers/usb/core/hub.c).</summary>
/// <param name="PortPath">The socket, as Linux names it: <c>1-2.3</c>.</param>
public sealed partial record UsbComplaint(string PortPath, string Text)
{
    /// <summary>Null for every other message.</summary>
    public static UsbComplaint? Read(string message)
    {
        var match = Pattern().Match(message);
        if (!match.Success)
        {
            return null;
        }

        // The hub speaks of its socket: "usb1-port3" is "1-3", "1-2-port3" is "1-2.3".
        var (name, socket) = (match.Groups["name"].Value, match.Groups["socket"].Value);
        var path = socket.Length == 0 ? name
            : name.StartsWith("usb", StringComparison.Ordinal) ? $"{name["usb".Length..]}-{socket}"
            : $"{name}.{socket}";
        return UsbPortPath.IsPort(path) ? new UsbComplaint(path, message) : null;
    }

    [GeneratedRegex(
        @"^usb (?<name>[0-9a-z.-]+?)(-port(?<socket>[0-9]+))?: "
        + @"(device descriptor read/|device not accepting address|unable to enumerate|cannot enable\.|can't (read|set) )",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}

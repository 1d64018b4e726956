using System.Text.RegularExpressions;

namespace Espero.Station.Protocols.Usb;

/// <summary>The name of a USB socket, as Linux gives it (Documentation/ABI/testing/sysfs-bus-usb): <c>1-2.3</c>.</summary>
public static partial class UsbPortPath
{
    /// <summary>True for a socket; false for a root hub (<c>usb1</c>), an interface (<c>1-2:1.0</c>) and anything else.</summary>
    public static bool IsPort(string name) => Pattern().IsMatch(name);

    [GeneratedRegex(@"^[1-9][0-9]*-[1-9][0-9]*(\.[1-9][0-9]*)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}

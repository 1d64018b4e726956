using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using Espero.Station.Recipes.Words;

namespace Espero.Station.Watch;

/// <summary>One place where a phone can be.</summary>
/// <param name="Number">The number people read, from 1.</param>
/// <param name="Path">What facts and orders call it: "1-2.3", "tcp:127.0.0.1:5554".</param>
/// <param name="Ways">At least one; tried in their order.</param>
internal sealed partial record PortAddress(uint Number, string Path, ImmutableArray<PhoneWay> Ways)
{
    public static readonly Sentence Examples = new(
        "1-2.3, tcp:127.0.0.1:5554, udp:127.0.0.1:5554 or adb:127.0.0.1:5555",
        "1-2.3, tcp:127.0.0.1:5554, udp:127.0.0.1:5554 ou adb:127.0.0.1:5555");

    /// <summary>
    /// Reads a USB port's path, or "tcp:HOST:PORT", "udp:HOST:PORT", "adb:HOST:PORT"; several ways to one phone are joined by commas.
    /// A host with colons stands in brackets.
    /// </summary>
    public static bool TryParse(string text, uint number, [NotNullWhen(true)] out PortAddress? address)
    {
        var ways = text.Split(',').Select(WayOf).ToImmutableArray();
        address = ways.Contains(null) ? null : new PortAddress(number, text, [.. ways.OfType<PhoneWay>()]);
        return address is not null;
    }

    private static PhoneWay? WayOf(string text)
    {
        if (UsbPath().IsMatch(text))
        {
            return new PhoneWay.Usb(text);
        }

        var parts = NetworkAddress().Match(text);
        var host = parts.Groups["host"].Value.Trim('[', ']');
        if (!parts.Success
            || !int.TryParse(parts.Groups["port"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            || port is < 1 or > 65535
            || Uri.CheckHostName(host) == UriHostNameType.Unknown)
        {
            return null;
        }

        return parts.Groups["scheme"].ValueSpan switch
        {
            "tcp" => new PhoneWay.Tcp(host, port),
            "udp" => new PhoneWay.Udp(host, port),
            _ => new PhoneWay.Adb(host, port),
        };
    }

    // Linux, Documentation/ABI/stable/sysfs-bus-usb: busnum-port[.port]….
    [GeneratedRegex(@"\A[0-9]{1,3}-[0-9]{1,3}(\.[0-9]{1,3}){0,6}\z")]
    private static partial Regex UsbPath();

    [GeneratedRegex(@"\A(?<scheme>tcp|udp|adb):(?<host>[^,\s]+):(?<port>[0-9]{1,5})\z")]
    private static partial Regex NetworkAddress();
}

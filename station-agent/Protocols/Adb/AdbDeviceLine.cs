using System.Collections.Immutable;
using System.Globalization;

namespace Espero.Station.Protocols.Adb;

/// <summary>Reads the list that <c>host:devices-l</c> and <c>host:track-devices-l</c> give (AOSP adb/transport.cpp).</summary>
public static class AdbDeviceLine
{
    // The server pads the serial to this width; a serial may hold spaces, and "no permissions (…)" does.
    private const int SerialWidth = 22;
    private const string NoSerial = "(no serial number)";

    /// <summary>Reads a whole list, one phone a line. Emulators are left out.</summary>
    /// <exception cref="AdbProtocolException">A line has no state.</exception>
    public static ImmutableArray<AdbDevice> ParseList(string list) =>
        [.. list.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse).Where(phone => !IsEmulator(phone))];

    /// <summary>Reads one line, long or short.</summary>
    /// <exception cref="AdbProtocolException">The line has no state.</exception>
    public static AdbDevice Parse(string line)
    {
        var split = SerialEnd(line);
        if (split < 0)
        {
            throw new AdbProtocolException($"a phone without a state, '{line}'.");
        }

        var serial = line[..split].Trim();
        var words = line[(split + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var facts = words.Reverse().TakeWhile(IsFact).ToList();
        var state = string.Join(' ', words[..^facts.Count]);
        return new AdbDevice(serial == NoSerial ? "" : serial, StateOf(state), state)
        {
            DevicePath = facts.Find(fact => fact.StartsWith("usb:", StringComparison.Ordinal)),
            TransportId = long.TryParse(Value("transport_id:"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null,
            Product = Value("product:"),
            Model = Value("model:"),
            Device = Value("device:"),
        };

        string? Value(string key) => facts.Find(fact => fact.StartsWith(key, StringComparison.Ordinal))?[key.Length..];
    }

    // Whatever answers on port 5555 of the station is listed as one. adb 29 can be told not to look, but it reads that wish on
    // one thread while another begins to look: seen under load.
    private static bool IsEmulator(AdbDevice phone) =>
        phone.DevicePath is null && phone.Serial.StartsWith("emulator-", StringComparison.Ordinal);

    private static int SerialEnd(string line)
    {
        var tab = line.IndexOf('\t', StringComparison.Ordinal);
        return tab > 0 ? tab
            : line.Length > SerialWidth ? line.IndexOf(' ', SerialWidth)
            : -1;
    }

    private static bool IsFact(string word) => word.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
        && word[..colon] is "usb" or "product" or "model" or "device" or "transport_id" or "features";

    private static AdbState StateOf(string text) => text switch
    {
        "connecting" => AdbState.Connecting,
        "authorizing" => AdbState.Authorizing,
        "unauthorized" => AdbState.Unauthorized,
        "offline" => AdbState.Offline,
        "bootloader" => AdbState.Bootloader,
        "device" => AdbState.Device,
        "recovery" => AdbState.Recovery,
        "rescue" => AdbState.Rescue,
        "sideload" => AdbState.Sideload,
        "host" => AdbState.Host,
        _ when text.StartsWith("no permissions", StringComparison.Ordinal) => AdbState.NoPermissions,
        _ => AdbState.Unknown,
    };
}

using System.Collections.Immutable;
using System.Text;
using Espero.Station.Protocols.Adb;
using Espero.Station.Protocols.Adb.Sideload;

namespace Espero.Fuzz;

/// <summary>What an adb server passes on from a phone.</summary>
internal static class AdbTargets
{
    public static ImmutableArray<FuzzTarget> All { get; } = [SideloadRequests(), Verdict(), Devices(), Properties(), Battery()];

    private static FuzzTarget SideloadRequests() => new(
        "sideload-request",
        Texts("00000000", "00000023", "00016384", "DONEDONE", "FAILFAIL"),
        input => SideloadRequest.Parse(input),
        input => _ = (new byte[20_000])[SideloadRequest.Parse(input).Block], // a block behind the package's end
        exception => exception is AdbProtocolException);

    private static FuzzTarget Verdict() => new(
        "adb-verdict",
        Texts("OKAY", "FAIL000bno devices!", "FAIL0000"),
        input => ReadVerdict(input),
        input => _ = ReadVerdict(input)?[0], // a refusal without a word
        exception => exception is AdbProtocolException or EndOfStreamException);

    private static FuzzTarget Devices() => new(
        "adb-devices",
        Texts(
            "0123456789ABCDEF\tdevice\n",
            "0123456789ABCDEF       device usb:1-2.3 product:walleye model:Pixel_2 device:walleye transport_id:1\n",
            "(no serial number)     no permissions (missing udev rules?); see [http://x] usb:1-1 transport_id:7\n"),
        input => AdbDeviceLine.ParseList(Encoding.UTF8.GetString(input)),
        input => _ = AdbDeviceLine.ParseList(Encoding.UTF8.GetString(input)).Select(device => device.Serial[0]).Count(letter => letter == 'x'),
        exception => exception is AdbProtocolException);

    private static FuzzTarget Properties() => new(
        "adb-properties",
        Texts("[ro.product.device]: [walleye]\n[ro.build.id]: [A]\n", "[a]: [two\nlines]\r\n[b]: []\n"),
        input => PropertyList.Parse(Encoding.UTF8.GetString(input)),
        input => _ = PropertyList.Parse(Encoding.UTF8.GetString(input)).Values.Count(value => value[0] == 'x'), // an empty value
        _ => false);

    private static FuzzTarget Battery() => new(
        "adb-battery",
        Texts("Current Battery Service state:\n  AC powered: false\n  USB powered: true\n  level: 84\n  scale: 100\n  temperature: 251\n  health: 2\n"),
        input => BatteryReport.Parse(Encoding.UTF8.GetString(input)),
        input => _ = 1000 / BatteryReport.Parse(Encoding.UTF8.GetString(input)).LevelPercent, // an empty battery
        _ => false);

    private static string? ReadVerdict(byte[] input) =>
        new AdbSocket(new MemoryStream(input)).ReadVerdictAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult();

    private static ImmutableArray<byte[]> Texts(params string[] texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];
}

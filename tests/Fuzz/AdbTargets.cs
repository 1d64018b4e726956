using System.Collections.Immutable;
using System.Text;
using Espero.Station.Protocols.Adb;
using Espero.Station.Protocols.Adb.Sideload;
using Espero.Station.Protocols.Fastboot;
using Microsoft.Win32.SafeHandles;

namespace Espero.Fuzz;

/// <summary>What an adb server passes on from a phone.</summary>
internal static class AdbTargets
{
    private const int MaxOutputBytes = 4096;

    // Whose bytes nobody reads: the phone's verdict is there before the first would be sent.
    private static readonly SafeFileHandle Pushed = File.OpenHandle(Environment.ProcessPath!);

    public static ImmutableArray<FuzzTarget> All { get; } =
    [
        SideloadRequests(), Verdict(), Devices(), Properties(), Battery(), Shell(), MarkedShell(), SyncVerdict(), SyncSize(),
    ];

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

    private static FuzzTarget Shell() => new(
        "adb-shell",
        [
            [1, 3, 0, 0, 0, .. "one"u8, 2, 2, 0, 0, 0, .. "no"u8, 1, 1, 0, 0, 0, .. "\n"u8, 3, 1, 0, 0, 0, 0],
            [3, 1, 0, 0, 0, 127],
        ],
        input => Read(input, reader => reader.ReadPacketsAsync()),
        input => _ = Read(input, reader => reader.ReadPacketsAsync()).Value.Output[0], // a command that prints nothing
        IsNonsenseOrCut);

    private static FuzzTarget MarkedShell() => new(
        "adb-shell-marked",
        Texts("one\r\ntwo\r\nespero-exit:0\r\n", "espero-exit:127\n"),
        input => Read(input, reader => reader.ReadMarkedAsync()),
        input => _ = Read(input, reader => reader.ReadMarkedAsync()).Value.Output[0],
        IsNonsenseOrCut);

    private static FuzzTarget SyncVerdict() => new(
        "adb-sync-verdict",
        [[.. "OKAY"u8, 0, 0, 0, 0], [.. "FAIL"u8, 9, 0, 0, 0, .. "disk full"u8]],
        input => Push(input),
        input => _ = Push(input).Error?.Text[0], // a refusal without a word
        IsNonsenseOrCut);

    private static FuzzTarget SyncSize() => new(
        "adb-sync-size",
        [[.. "STAT"u8, 0xA4, 0x81, 0, 0, 0x10, 0, 0, 0, 1, 2, 3, 4]],
        input => ReadSize(input),
        input => _ = checked((int)ReadSize(input)), // 2 GiB and more
        IsNonsenseOrCut);

    private static AdbResult<ShellOutput> Read(byte[] input, Func<ShellReader, Task<AdbResult<ShellOutput>>> read)
    {
        using var watchdog = NewWatchdog();
        return read(new ShellReader(new MemoryStream(input), MaxOutputBytes, watchdog)).GetAwaiter().GetResult();
    }

    private static AdbResult<PushReceipt> Push(byte[] input)
    {
        using var watchdog = NewWatchdog();
        return new SyncSession(new Conversation(input), watchdog)
            .SendAsync(Pushed, "/sdcard/one", UnixFileMode.UserRead, progress: null).GetAwaiter().GetResult();
    }

    private static uint ReadSize(byte[] input)
    {
        using var watchdog = NewWatchdog();
        return new SyncSession(new Conversation(input), watchdog).ReadSizeAsync("/sdcard/one").GetAwaiter().GetResult();
    }

    private static Watchdog NewWatchdog() =>
        new(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan, TimeProvider.System, CancellationToken.None);

    private static bool IsNonsenseOrCut(Exception exception) => exception is AdbProtocolException or EndOfStreamException;

    private static string? ReadVerdict(byte[] input) =>
        new AdbSocket(new MemoryStream(input)).ReadVerdictAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult();

    private static ImmutableArray<byte[]> Texts(params string[] texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];
}

using System.Collections.Immutable;
using System.Net;
using Espero.VirtualPhone.Faults;
using Espero.VirtualPhone.Models;
using Espero.VirtualPhone.State;

namespace Espero.VirtualPhone;

/// <summary>How one virtual phone is to be; the command line and tests fill it in.</summary>
public sealed record VirtualPhoneOptions
{
    public required PhoneModel Model { get; init; }

    /// <summary>Where its partitions and state live; one running phone per directory.</summary>
    public required string StoreDirectory { get; init; }

    /// <summary>Where fastboot over TCP listens. Port 0 picks a free one.</summary>
    public IPEndPoint Listen { get; init; } = new(IPAddress.Loopback, 0);

    /// <summary>The USB device controller to appear behind instead of listening, such as <c>dummy_udc.0</c>; null listens.</summary>
    public string? UsbController { get; init; }

    /// <summary>Where adb listens; null for a phone without adb over the network. Port 0 picks a free one.</summary>
    public IPEndPoint? ListenAdb { get; init; }

    /// <summary>Where fastboot over UDP listens; null for a phone without it. Port 0 picks a free one.</summary>
    public IPEndPoint? ListenUdp { get; init; }

    /// <summary>The serial of a new phone; null makes one up. A store that has a phone keeps that phone's serial.</summary>
    public string? Serial { get; init; }

    /// <summary>A new phone starts locked. A store that has a phone keeps that phone's lock.</summary>
    public bool Locked { get; init; }

    /// <summary>Whether the owner allows unlocking; null keeps what the phone remembers, at first yes.</summary>
    public bool? UnlockAllowed { get; init; }

    /// <summary>0 to 100; null keeps what the phone remembers, at first 80.</summary>
    public int? BatteryPercent { get; init; }

    /// <summary>The battery's temperature in tenths of a degree Celsius; null keeps what the phone remembers, at first 290.</summary>
    public int? BatteryTemperatureTenths { get; init; }

    /// <summary>Whether USB debugging is on; null keeps what the phone remembers, at first yes.</summary>
    public bool? AdbEnabled { get; init; }

    /// <summary>Which adb servers the phone lets in.</summary>
    public AdbTrust AdbTrust { get; init; }

    /// <summary>USB debugging survives a wipe, as in systems built for tests; real ones switch it off.</summary>
    public bool AdbStaysOn { get; init; }

    /// <summary>The most bytes of one file that <c>adb push</c> may leave on the phone.</summary>
    public long MaxPushedFileBytes { get; init; } = 2L << 30;

    /// <summary>Throws every download and write away, as fast as can be: for measuring the other side.</summary>
    public bool Discard { get; init; }

    /// <summary>The most bytes taken in a second; null takes all that come.</summary>
    public long? RateBytesPerSecond { get; init; }

    /// <summary>How long every start takes, of any mode.</summary>
    public TimeSpan BootTime { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Replaces the model's max-download-size; null keeps it.</summary>
    public long? MaxDownloadSizeBytes { get; init; }

    /// <summary><see cref="PhoneMode.Bootloader"/>, as with the keys held, or any other mode.</summary>
    public PhoneMode StartMode { get; init; } = PhoneMode.Bootloader;

    public ImmutableArray<Fault> Faults { get; init; } = [];

    /// <summary>
    /// Told every command as it came, before the phone acts on it: a fastboot command, or the name of an adb service that was opened.
    /// Called from any thread; it must not throw.
    /// </summary>
    public Action<string>? OnCommand { get; init; }
}

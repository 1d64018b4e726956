namespace Espero.Station.Domain.Flashing.Forecast;

/// <summary>What a forecast counts with. The usual values are a guess for USB 2; a station that has measured passes its own.</summary>
public sealed record TransferRates
{
    public static readonly TransferRates Usual = new();

    /// <summary>From the orchestrator to the station; bytes per second.</summary>
    public double NetworkBytesPerSecond { get; init; } = 5e6;

    /// <summary>Bootloader and fastbootd, the phone's own writing included; bytes per second.</summary>
    public double FastbootBytesPerSecond { get; init; } = 25e6;

    /// <summary>Packages and pushed files; bytes per second.</summary>
    public double AdbBytesPerSecond { get; init; } = 12e6;

    /// <summary>Samsung's download mode; bytes per second.</summary>
    public double DownloadModeBytesPerSecond { get; init; } = 12e6;

    public TimeSpan Reboot { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>A new system unpacks itself once.</summary>
    public TimeSpan FirstBoot { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>Erasing or formatting one partition.</summary>
    public TimeSpan Erase { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A person who stands beside the phone.</summary>
    public TimeSpan Person { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Anything that is only said.</summary>
    public TimeSpan Command { get; init; } = TimeSpan.FromSeconds(1);
}

namespace Espero.Station.Protocols.Adb.Server;

/// <summary>Where our adb server lives, and how long it may take.</summary>
public sealed record AdbServerOptions
{
    /// <summary>
    /// A folder for this server alone: its key, the note of its process. Phones that accepted the key know the station by it;
    /// whoever loses the folder has to accept again on every phone.
    /// </summary>
    public required string Folder { get; init; }

    /// <summary>The program, by name or path.</summary>
    public string Program { get; init; } = "adb";

    /// <summary>The port on loopback, 1 to 65535; 0 takes a free one. Never 5037, where everybody's server lives.</summary>
    public int Port { get; init; }

    /// <summary>How long a server may take to answer for the first time.</summary>
    public TimeSpan Start { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long making a key may take, once in the life of a station.</summary>
    public TimeSpan MakeKey { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often it is asked for a sign of life. Too often wakes an idle station, too rarely hides a hung server.</summary>
    public TimeSpan Pulse { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long an answer to that may take before the server counts as hung and is replaced.</summary>
    public TimeSpan PulseLimit { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The first pause before a server that died is started again; it doubles up to <see cref="LongestPause"/>.</summary>
    public TimeSpan ShortestPause { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest pause between two starts.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the server may take to stop when asked to; then it is killed.</summary>
    public TimeSpan Stop { get; init; } = TimeSpan.FromSeconds(3);
}

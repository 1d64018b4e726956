namespace Espero.Station.Protocols.Adb;

/// <summary>The limits of each kind of call. Too small calls a slow phone dead; too big, a dead phone holds its place.</summary>
public sealed record AdbOptions
{
    /// <summary>How long the server may take to answer a question about itself or its phones.</summary>
    public TimeSpan Question { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long connecting to a phone over the network may take; adb 29 itself gives up after about ten seconds.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a command on the phone may print nothing.</summary>
    public TimeSpan ShellSilence { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The longest a command on the phone may take, however much it prints.</summary>
    public TimeSpan LongestShell { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>The most a command may print on both outputs together, in bytes.</summary>
    public int MaxOutputBytes { get; init; } = 8 << 20;

    /// <summary>How long a push may make no progress at all, the phone's final writing included.</summary>
    public TimeSpan PushSilence { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long the phone may take to obey a reboot.</summary>
    public TimeSpan Reboot { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long the recovery may ask for nothing: it also installs and verifies in these pauses.</summary>
    public TimeSpan SideloadSilence { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// The block in which a package is offered, in bytes: 1 KiB to 4 MiB (AOSP recovery, fuse_sideload.cpp). Too small asks and
    /// answers more often than it sends; too big costs a recovery memory, twice, and time where it reads here and there.
    /// </summary>
    public int SideloadBlockBytes { get; init; } = 1 << 20;

    /// <summary>The longest any transfer may take.</summary>
    public TimeSpan LongestTransfer { get; init; } = TimeSpan.FromHours(2);
}

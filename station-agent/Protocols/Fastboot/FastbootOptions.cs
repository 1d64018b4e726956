namespace Espero.Station.Protocols.Fastboot;

/// <summary>The limits of one session. A time limit too small calls a slow phone dead; too big, a dead phone holds its place.</summary>
public sealed record FastbootOptions
{
    /// <summary>How long connecting and the handshake may take together.</summary>
    public TimeSpan Handshake { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a question (getvar) may wait for its next packet.</summary>
    public TimeSpan Question { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a quick command (set_active, reboot, continue) may wait for its next packet.</summary>
    public TimeSpan Action { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a download may make no progress at all.</summary>
    public TimeSpan Download { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long the phone may be silent while it writes or erases; each INFO begins the wait anew.</summary>
    public TimeSpan Write { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a person may take to confirm on the phone (flashing unlock and lock).</summary>
    public TimeSpan Confirmation { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a phone that vanished in the middle is waited for, by whoever writes it again.</summary>
    public TimeSpan Away { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest any one command may take, however often the phone says that it is still alive.</summary>
    public TimeSpan LongestCommand { get; init; } = TimeSpan.FromHours(1);

    /// <summary>
    /// The longest a UDP packet waits for its answer before it is sent again, and how long the first ones do (AOSP udp.cpp: 500 ms);
    /// after them the phone's usual time to answer decides.
    /// </summary>
    public TimeSpan UdpResend { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long one UDP packet is sent again and again before the phone counts as gone (AOSP udp.cpp: 1 min).</summary>
    public TimeSpan UdpGiveUp { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long to wait before asking again a UDP phone that had nothing to say yet.</summary>
    public TimeSpan UdpPoll { get; init; } = TimeSpan.FromMilliseconds(50);
}

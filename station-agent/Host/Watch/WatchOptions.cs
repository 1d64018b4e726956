using System.ComponentModel.DataAnnotations;

namespace Espero.Station.Watch;

internal sealed class WatchOptions
{
    /// <summary>The pause between two looks at a port. Too small: phones spend their time answering. Too big: a plugged-in phone is seen late.</summary>
    [Range(50, 60_000)]
    public int PauseMilliseconds { get; init; } = 700;

    /// <summary>How often a phone that stays is asked for everything again. Too small: needless traffic. Too big: a stale battery level.</summary>
    [Range(1, 3600)]
    public int FullLookSeconds { get; init; } = 30;
}

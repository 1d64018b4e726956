using System.ComponentModel.DataAnnotations;

namespace Espero.Station.Link;

internal sealed class LinkOptions
{
    /// <summary>How long the answer to Hello may take. Too small: a busy orchestrator is never reached. Too big: a dead one is waited for.</summary>
    [Range(1, 300)]
    public int WelcomeSeconds { get; init; } = 15;

    /// <summary>Facts that stay without acknowledgement this long are sent again. Too small: traffic twice. Too big: outcomes late.</summary>
    [Range(1, 3600)]
    public int ResendSeconds { get; init; } = 30;

    /// <summary>How many facts may be on their way unacknowledged. Too small: a slow line idles. Too big: the orchestrator drops them.</summary>
    [Range(1, 100_000)]
    public int MaxUnacknowledged { get; init; } = 2048;

    /// <summary>The shortest pause before linking again. Too small: a struggling orchestrator is hammered. Too big: a short break costs long.</summary>
    [Range(1, 60_000)]
    public int ShortestPauseMilliseconds { get; init; } = 500;

    /// <summary>The longest pause before linking again. Too small: a fleet hammers an orchestrator that is down. Too big: outcomes wait after the orchestrator is back.</summary>
    [Range(1, 3600)]
    public int LongestPauseSeconds { get; init; } = 30;

    /// <summary>The shortest pause after a refusal: a person must act first. Too small: the logs fill. Too big: the station stays away after they acted.</summary>
    [Range(1, 86_400)]
    public int RefusedPauseSeconds { get; init; } = 60;
}

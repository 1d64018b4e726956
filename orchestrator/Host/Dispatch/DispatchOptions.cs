using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Espero.Orchestrator.Dispatch;

public sealed class DispatchOptions
{
    public const string Section = "Dispatch";

    /// <summary>
    /// How long a station may be silent before its offers are withdrawn and its granted jobs are shown as interrupted. Too
    /// short: a slow link looks like a lost one. Too long: people wait for a station that is gone.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:05", "01:00:00")]
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>
    /// How long a released phone can still be unplugged before anything is written. Too short: nobody can change their mind.
    /// Zero is for virtual phones only.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan Countdown { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often to look without being woken. Too short: idle load. Too long: a lost wake-up is felt.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a station that declined is left alone with the job.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan PauseAfterDecline { get; init; } = TimeSpan.FromSeconds(15);
}

[OptionsValidator]
internal sealed partial class DispatchOptionsValidator : IValidateOptions<DispatchOptions>;

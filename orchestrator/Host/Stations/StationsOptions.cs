using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Espero.Orchestrator.Stations;

public sealed class StationsOptions
{
    public const string Section = "Stations";

    /// <summary>How often either side of a link speaks. Too short: idle traffic. Too long: a dead link is noticed late.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan HeartbeatInterval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Where stations fetch the files of builds: an absolute HTTP address without a slash at its end.</summary>
    [Required]
    public string FilesAddress { get; init; } = "";
}

[OptionsValidator]
internal sealed partial class StationsOptionsValidator : IValidateOptions<StationsOptions>;

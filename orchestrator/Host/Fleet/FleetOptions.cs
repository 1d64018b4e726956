using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Espero.Orchestrator.Fleet;

public sealed class FleetOptions
{
    public const string Section = "Fleet";

    /// <summary>
    /// The file with the key under which serials and IMEIs are hashed; made at the first start. Lose it and every phone is a
    /// new one; show it and the hashes can be turned back into serials.
    /// </summary>
    [Required]
    public string MarkKeyFile { get; init; } = "";

    /// <summary>
    /// How long it is kept what phones said of themselves, after they last said it, and what makers gave to unlock them. Too short, and a phone on the shelf gets only its
    /// model's answer, and the central team finds nothing under a code; too long keeps what nobody asks about any more.
    /// </summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00")]
    public TimeSpan FactsKept { get; init; } = TimeSpan.FromDays(180);
}

[OptionsValidator]
internal sealed partial class FleetOptionsValidator : IValidateOptions<FleetOptions>;

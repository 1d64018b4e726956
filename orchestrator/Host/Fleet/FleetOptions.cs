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
}

[OptionsValidator]
internal sealed partial class FleetOptionsValidator : IValidateOptions<FleetOptions>;

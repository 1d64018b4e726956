namespace Espero.Orchestrator.Fleet;

/// <summary>A socket, and the phone that is plugged in.</summary>
/// <param name="PhoneId">Null while the phone is not recognised.</param>
/// <param name="Mode">As the plan's proto names it, in the tables' spelling: "bootloader". Null when nothing is plugged in.</param>
/// <param name="Obstacle">Why the phone cannot be used, in the tables' spelling; null when it can.</param>
/// <param name="UnknownModel">The code under which the facts of a phone of unknown model are kept; null while none are.</param>
internal sealed record PortView(string Path, int Number, Guid? PhoneId, string? Mode, string? Obstacle, string? UnknownModel);

namespace Espero.Orchestrator.Fleet;

/// <summary>A socket with a phone plugged in.</summary>
/// <param name="PhoneId">Null while the phone is not recognised.</param>
/// <param name="Mode">As the plan's proto names it, in the tables' spelling: "bootloader".</param>
/// <param name="Obstacle">Why the phone cannot be used, in the tables' spelling; null when it can.</param>
internal sealed record PortView(string Path, int Number, Guid? PhoneId, string? Mode, string? Obstacle);

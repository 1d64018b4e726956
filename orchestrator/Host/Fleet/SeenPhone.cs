namespace Espero.Orchestrator.Fleet;

/// <summary>A phone on a port. Its marks are hashed already; its facts hold no serial.</summary>
/// <param name="Mode">As the plan's proto names it, in the tables' spelling: "bootloader".</param>
/// <param name="Obstacle">Why it cannot be used, in the tables' spelling; null when it can.</param>
internal sealed record SeenPhone(
    string Mode, string? Obstacle, IReadOnlyList<HashedMark> Marks, IReadOnlyDictionary<string, string> Facts);

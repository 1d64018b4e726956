namespace Espero.Orchestrator.Dashboard.Views;

/// <param name="Step">Which step, of how many; null while not known.</param>
/// <param name="Size">How much of the step; null when the step has no size.</param>
public sealed record RunningAttempt(
    Guid JobId, string Phone, string System, string Place, string Since, int? Percent, string? Step, string? Size);

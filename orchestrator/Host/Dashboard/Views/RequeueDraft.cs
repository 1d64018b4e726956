namespace Espero.Orchestrator.Dashboard.Views;

/// <summary>A re-queuing that was refused as a whole, so that nobody has to type it again.</summary>
/// <param name="Refusal">Why.</param>
public sealed record RequeueDraft(IReadOnlyList<Guid> JobIds, string By, string Reason, string Refusal);

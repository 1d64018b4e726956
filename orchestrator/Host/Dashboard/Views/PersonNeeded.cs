namespace Espero.Orchestrator.Dashboard.Views;

/// <summary>A job that goes on only when a person acts.</summary>
/// <param name="Sentence">What happened, what to do, who acts.</param>
public sealed record PersonNeeded(Guid JobId, string Phone, string Place, Badge Badge, string Sentence);

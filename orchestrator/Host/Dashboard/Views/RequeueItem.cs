namespace Espero.Orchestrator.Dashboard.Views;

/// <param name="Refusal">Null when it was re-queued.</param>
public sealed record RequeueItem(Guid JobId, string Phone, string? Refusal);

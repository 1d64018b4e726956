namespace Espero.Orchestrator.Dashboard.Views;

/// <summary>What became of a re-queuing, item by item.</summary>
public sealed record RequeueNotice(string Who, string Requeued, string Refused, IReadOnlyList<RequeueItem> Done, IReadOnlyList<RequeueItem> NotDone);

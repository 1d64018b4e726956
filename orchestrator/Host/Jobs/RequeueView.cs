namespace Espero.Orchestrator.Jobs;

/// <summary>A re-queuing and what became of each of its jobs.</summary>
internal sealed record RequeueView(string RequeuedBy, string Reason, DateTimeOffset At, IReadOnlyList<RequeuedJob> Jobs);

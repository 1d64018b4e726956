using Espero.Orchestrator.Links;

namespace Espero.Orchestrator.Dispatch;

/// <summary>An order that a row stands for, and the station it is for.</summary>
internal sealed record DueOrder(string StationId, Guid JobId, long Epoch, StationOrder Order);

using Espero.Orchestrator.Links;

namespace Espero.Orchestrator.Dispatch;

/// <summary>An order that a row stands for, and the station it is for. Its plan is still in the database.</summary>
internal sealed record DueOrder(DueKind Kind, string StationId, Guid JobId, long Epoch, Guid PhoneId, string PortPath, string PlanId)
{
    /// <summary>Which request somebody said to be done, and who.</summary>
    public (string AskId, string SaidBy)? Said { get; init; }

    /// <summary>What the phone's maker gave to unlock it is at hand.</summary>
    public bool HasUnlockCode { get; init; }

    public bool CarriesPlan => Kind is DueKind.Prepare or DueKind.Offer;

    /// <param name="plans">By id; must hold this order's if it carries one.</param>
    public StationOrder ToOrder(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> plans) => Kind switch
    {
        DueKind.Prepare => new StationOrder.Prepare(ToWork(plans), HasUnlockCode),
        DueKind.Offer => new StationOrder.Offer(Epoch, ToWork(plans)),
        DueKind.Cancel => new StationOrder.Cancel(JobId, Epoch),
        DueKind.Inspect => new StationOrder.Inspect(JobId, Epoch, PortPath),
        DueKind.SayHands => new StationOrder.HandsSaid(JobId, Epoch, Said!.Value.AskId, Said.Value.SaidBy),
    };

    private OrderedWork ToWork(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> plans) =>
        new(JobId, PhoneId, PortPath, plans[PlanId], PlanId);
}

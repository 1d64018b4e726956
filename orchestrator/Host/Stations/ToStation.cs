using Espero.Orchestrator.Fleet;
using Espero.Orchestrator.Links;
using Espero.Station.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Espero.Orchestrator.Stations;

/// <summary>What the orchestrator says, in the link's words.</summary>
internal static class ToStation
{
    public static LinkResponse ToResponse(this StationOrder order) => order switch
    {
        StationOrder.Prepare prepare => new() { PreparationOrdered = new() { Work = ToWork(prepare.Work), HasUnlockCode = prepare.HasUnlockCode } },
        StationOrder.Offer offer => new()
        {
            AttemptOffered = new() { Attempt = Key(offer.Work.JobId, offer.Epoch), Work = ToWork(offer.Work) },
        },
        StationOrder.Grant grant => new()
        {
            AttemptGranted = new()
            {
                Attempt = Key(grant.JobId, grant.Epoch),
                Release = ToRelease(grant.Release),
                UnlockCode = UnsafeByteOperations.UnsafeWrap(grant.UnlockCode),
            },
        },
        StationOrder.Withdraw withdraw => new() { AttemptWithdrawn = new() { Attempt = Key(withdraw.JobId, withdraw.Epoch) } },
        StationOrder.Cancel cancel => new() { CancelOrdered = new() { Attempt = Key(cancel.JobId, cancel.Epoch) } },
        StationOrder.Inspect inspect => new()
        {
            InspectionOrdered = new() { Attempt = Key(inspect.JobId, inspect.Epoch), PortPath = inspect.PortPath },
        },
        StationOrder.HandsSaid said => new()
        {
            HandsSaid = new() { Attempt = Key(said.JobId, said.Epoch), AskId = said.AskId, SaidBy = said.SaidBy },
        },
        StationOrder.Recorded recorded => new()
        {
            FactsRecorded = new() { JournalId = recorded.JournalId, RecordedSequence = (ulong)recorded.RecordedSequence },
        },
        StationOrder.PhoneMatched matched => new()
        {
            PhoneMatched = new() { PortPath = matched.PortPath, PhoneId = matched.PhoneId.ToString() },
        },
        _ => throw new InvalidOperationException($"No word for the order {order.GetType().Name}."),
    };

    public static LinkRefused ToRefusal(this LinkRuling ruling) => ruling switch
    {
        LinkRuling.StrangeToken => new()
        {
            Reason = LinkRefused.Types.Reason.TokenMismatch,
            Detail = "Another PC or data folder runs under this station's name. Stop one of the two or give one another --station;"
                + " if this PC was installed anew, ask the team to run 'espero stations reset'.",
        },
        LinkRuling.OtherSite other => new()
        {
            Reason = LinkRefused.Types.Reason.WrongSite,
            Detail = $"This station belongs to the site '{other.SiteId}'. Start it with --site {other.SiteId}, or give it another --station.",
        },
        _ => new()
        {
            Reason = LinkRefused.Types.Reason.BadHello,
            Detail = "The station did not introduce itself as it must: its --station and --site are lower-case letters, digits and hyphens, at most 63."
                + " If they are, this program and the orchestrator do not fit together: update the older one.",
        },
    };

    private static AttemptKey Key(Guid jobId, long epoch) => new() { JobId = jobId.ToString(), Epoch = (ulong)epoch };

    private static Work ToWork(OrderedWork work) => new()
    {
        JobId = work.JobId.ToString(),
        PhoneId = work.PhoneId.ToString(),
        PortPath = work.PortPath,
        Plan = UnsafeByteOperations.UnsafeWrap(work.Plan),
        PlanSha256 = ByteString.CopyFrom(Convert.FromHexString(work.PlanId)),
    };

    private static Release ToRelease(GrantedRelease release) => new()
    {
        ReleaseId = release.ReleaseId.ToString(),
        PhoneId = release.PhoneId.ToString(),
        ReleasedBy = release.ReleasedBy,
        ReleasedAt = release.ReleasedAt.ToTimestamp(),
        PrintedModel = release.PrintedModel,
    };
}

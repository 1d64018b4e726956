using Espero.Orchestrator.Contracts;
using Espero.Orchestrator.Fleet;
using Espero.Orchestrator.Links;
using Espero.Plan.V1;
using Espero.Station.Recipes.Facts;
using Espero.Station.V1;

namespace Espero.Orchestrator.Stations;

/// <summary>What stations say, in the orchestrator's words. What cannot be read is null, never a guess.</summary>
internal static class FromStation
{
    private const int MaxFlashSlots = 64;

    public static StationHello ToStationHello(this Hello hello) => new(
        hello.StationId, hello.SiteId, hello.LinkToken, hello.JournalId,
        (long)Math.Clamp(hello.FirstKeptSequence, 1, long.MaxValue), hello.AgentVersion, Slots(hello));

    public static LinkedStation ToLinkedStation(this Hello hello) => new(hello.StationId, hello.SiteId, hello.JournalId, Slots(hello));

    public static IReadOnlyList<(Guid JobId, long Epoch)> ToRunning(this Hello hello) =>
        [.. hello.Running.Select(ToKey).OfType<(Guid, long)>()];

    public static (Guid JobId, long Epoch)? ToKey(this AttemptKey? key) =>
        key is not null && Guid.TryParse(key.JobId, out var jobId) && key.Epoch is > 0 and <= long.MaxValue
            ? (jobId, (long)key.Epoch)
            : null;

    public static IReadOnlyList<SeenPort> ToSeenPorts(this PortsSeen seen, MarkHasher hasher) =>
        [.. seen.Ports.DistinctBy(port => port.Path).Select(port => port.ToSeenPort(hasher))];

    public static SeenPort ToSeenPort(this Port port, MarkHasher hasher) =>
        new(Clean(port.Path), (int)port.Number, port.Phone?.ToSeenPhone(hasher));

    public static AttemptProgress? ToProgress(this StepProgressed progressed) => progressed.Attempt.ToKey() is var (jobId, epoch)
        ? new AttemptProgress(
            jobId, epoch, progressed.StepId, (int)progressed.StepNumber, (int)progressed.StepCount,
            (long)progressed.DoneBytes, (long)progressed.TotalBytes)
        : null;

    public static StationFact? ToStationFact(this Fact fact, LinkedStation station)
    {
        if (fact.Sequence is 0 or > long.MaxValue)
        {
            return null;
        }

        var stamped = new StationFact
        {
            StationId = station.StationId,
            JournalId = station.JournalId,
            Sequence = (long)fact.Sequence,
            StationTime = fact.StationTime?.ToDateTimeOffset() ?? DateTimeOffset.UnixEpoch,
            BootId = Clean(fact.BootId),
            MonotonicMs = (long)(fact.MonotonicTime?.ToTimeSpan().TotalMilliseconds ?? 0),
        };
        return fact.BodyCase switch
        {
            Fact.BodyOneofCase.PhonePrepared => Prepared(fact.PhonePrepared) is { } body ? stamped with { PhonePrepared = body } : null,
            Fact.BodyOneofCase.AttemptBegun => Begun(fact.AttemptBegun) is { } body ? stamped with { AttemptBegun = body } : null,
            Fact.BodyOneofCase.StepEnded => Step(fact.StepEnded) is { } body ? stamped with { StepEnded = body } : null,
            Fact.BodyOneofCase.AttemptInterrupted =>
                Interrupted(fact.AttemptInterrupted) is { } body ? stamped with { AttemptInterrupted = body } : null,
            Fact.BodyOneofCase.AttemptEnded => Ended(fact.AttemptEnded) is { } body ? stamped with { AttemptEnded = body } : null,
            Fact.BodyOneofCase.PhoneInspected => Inspected(fact.PhoneInspected) is { } body ? stamped with { PhoneInspected = body } : null,
            Fact.BodyOneofCase.HandsNeeded => Needed(fact.HandsNeeded) is { } body ? stamped with { HandsNeeded = body } : null,
            Fact.BodyOneofCase.HandsDone => Done(fact.HandsDone) is { } body ? stamped with { HandsDone = body } : null,
            Fact.BodyOneofCase.PersonSaid => Said(fact.PersonSaid) is { } body ? stamped with { PersonSaid = body } : null,
            _ => null,
        };
    }

    private static int Slots(Hello hello) => (int)Math.Clamp(hello.FlashSlots, 1, MaxFlashSlots);

    private static SeenPhone ToSeenPhone(this Phone phone, MarkHasher hasher) => new(
        ProtoWords.Of(phone.Mode),
        ObstacleOf(phone),
        [.. phone.Marks.Select(mark => ToHashed(mark, hasher)).OfType<HashedMark>()],
        phone.Facts
            .Where(fact => !PersonalFacts.IsPersonal(fact.Name))
            .DistinctBy(fact => Clean(fact.Name))
            .ToDictionary(fact => Clean(fact.Name), fact => Clean(fact.Value)));

    // Nonsense and silence have sentences of their own; of anything else the class of the failure tells.
    private static string? ObstacleOf(Phone phone) => phone.Obstacle switch
    {
        Obstacle.Unspecified => null,
        Obstacle.Classified => Clean(phone.FailureClass),
        _ => ProtoWords.Of(phone.Obstacle),
    };

    private static HashedMark? ToHashed(Mark mark, MarkHasher hasher) => mark.Kind switch
    {
        _ when string.IsNullOrWhiteSpace(mark.Value) => null,
        Mark.Types.Kind.FastbootSerial => hasher.Hash(MarkKind.FastbootSerial, Clean(mark.Value)),
        Mark.Types.Kind.AdbSerial => hasher.Hash(MarkKind.AdbSerial, Clean(mark.Value)),
        Mark.Types.Kind.Imei => hasher.Hash(MarkKind.Imei, Clean(mark.Value)),
        Mark.Types.Kind.Label => hasher.Hash(MarkKind.Label, Clean(mark.Value)),
        _ => null,
    };

    private static Contracts.PhonePrepared? Prepared(Station.V1.PhonePrepared said) =>
        Guid.TryParse(said.JobId, out var jobId) && Guid.TryParse(said.PhoneId, out var phoneId)
            ? new(jobId, phoneId, [.. said.Refusals.Select(ToPlanRefusal)])
            : null;

    private static PlanRefusal ToPlanRefusal(Refusal refusal) =>
        new(Clean(refusal.FailureClass), Clean(refusal.StepId), Clean(refusal.Detail));

    private static Contracts.AttemptBegun? Begun(Station.V1.AttemptBegun said) =>
        said.Attempt.ToKey() is var (jobId, epoch) && Guid.TryParse(said.PhoneId, out var phoneId)
            ? new(jobId, epoch, phoneId, Clean(said.PortPath))
            : null;

    private static Contracts.StepEnded? Step(Station.V1.StepEnded said) =>
        said.Attempt.ToKey() is var (jobId, epoch) && said.Result is not Station.V1.StepEnded.Types.Result.Unspecified
            ? new(jobId, epoch, Clean(said.StepId), ProtoWords.Of(said.Result), said.Took?.ToTimeSpan() ?? default, (long)said.WrittenBytes)
            : null;

    private static Contracts.AttemptInterrupted? Interrupted(Station.V1.AttemptInterrupted said) =>
        said.Attempt.ToKey() is var (jobId, epoch)
            ? new(jobId, epoch, ProtoWords.Of(said.Cause), Clean(said.StepId), said.PassedPointOfNoReturn)
            : null;

    private static Contracts.AttemptEnded? Ended(Station.V1.AttemptEnded said) =>
        said.Attempt.ToKey() is var (jobId, epoch) && IsKnown(said.Outcome) && said.Proof is not Proof.Unspecified
            ? new(
                jobId, epoch, ProtoWords.Of(said.Outcome), ProtoWords.Of(said.Proof), NullIfEmpty(said.FailureClass), NullIfEmpty(said.StepId),
                NullIfEmpty(said.Detail), said.PassedPointOfNoReturn, said.LogSha256.IsEmpty ? null : said.LogSha256.ToByteArray(),
                NullIfEmpty(said.LogTail), said.Took?.ToTimeSpan() ?? default)
            : null;

    // An outcome of a newer station must wait in its journal: the table's check would refuse the whole commit again and again.
    private static bool IsKnown(Outcome outcome) => outcome is not Outcome.Unspecified && Enum.IsDefined(outcome);

    private static Contracts.PhoneInspected? Inspected(Station.V1.PhoneInspected said) =>
        said.Attempt.ToKey() is var (jobId, epoch) && said.Finding is not Station.V1.PhoneInspected.Types.Finding.Unspecified
            ? new(jobId, epoch, ProtoWords.Of(said.Finding), Clean(said.Detail))
            : null;

    private static Contracts.HandsNeeded? Needed(Station.V1.HandsNeeded said) =>
        said.Attempt.ToKey() is var (jobId, epoch)
            ? new(
                jobId, epoch, Clean(said.AskId), Clean(said.SentenceCode), Clean(said.PictureKey), [.. said.Needs.Select(ProtoWords.Of)],
                said.NotBefore?.ToDateTimeOffset(), said.Deadline?.ToDateTimeOffset())
            : null;

    private static Contracts.HandsDone? Done(Station.V1.HandsDone said) =>
        said.Attempt.ToKey() is var (jobId, epoch) ? new(jobId, epoch, Clean(said.AskId), NullIfEmpty(said.SaidBy)) : null;

    private static Contracts.PersonSaid? Said(Station.V1.PersonSaid said) =>
        said.Attempt.ToKey() is var (jobId, epoch)
            ? new(jobId, epoch, Clean(said.Fact), Clean(said.Value), Clean(said.SaidBy))
            : null;

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : Clean(text);

    // PostgreSQL's text and jsonb hold no zero byte, and a phone may say anything: one would hold up the facts of all stations.
    private static string Clean(string text) => text.Replace('\0', '\ufffd');
}

using Espero.Journal.V1;
using Espero.Station.Journal;
using Espero.Station.V1;
using Google.Protobuf.WellKnownTypes;

namespace Espero.Station.Run;

/// <summary>Writes what happens to one attempt into the journal. Every call returns only when it is on the disk.</summary>
internal sealed class AttemptFacts(StationJournal journal, AttemptId attempt)
{
    /// <summary>False when this attempt, or a later one of its job, has begun before: it must not begin again, ever.</summary>
    public Task<bool> TryBeginAsync(string phoneId, string portPath, CancellationToken cancellationToken) =>
        journal.TryNoteAsync(
            new Entry
            {
                Fact = new Fact
                {
                    AttemptBegun = new AttemptBegun { Attempt = attempt.ToKey(), PhoneId = phoneId, PortPath = portPath },
                },
            },
            state => state.Attempts.ContainsKey(attempt) && !state.HasBegun(attempt),
            cancellationToken);

    public Task BindAsync(string serial, CancellationToken cancellationToken) =>
        journal.NoteAsync(
            new Entry { PhoneBound = new PhoneBound { Attempt = attempt.ToKey(), PhoneMark = journal.Marks.Hash(serial) } },
            cancellationToken);

    /// <summary>What a named person has read off the phone.</summary>
    public Task SaidAsync(string fact, string value, string saidBy, CancellationToken cancellationToken) =>
        journal.WriteAsync(
            new Fact { PersonSaid = new PersonSaid { Attempt = attempt.ToKey(), Fact = fact, Value = value, SaidBy = saidBy } },
            cancellationToken);

    public Task StepBegunAsync(string stepId, CancellationToken cancellationToken) =>
        journal.NoteAsync(new Entry { StepBegun = new StepBegun { Attempt = attempt.ToKey(), StepId = stepId } }, cancellationToken);

    public Task PassedAsync(string stepId, CancellationToken cancellationToken) =>
        journal.NoteAsync(
            new Entry { PointOfNoReturnPassed = new PointOfNoReturnPassed { Attempt = attempt.ToKey(), StepId = stepId } },
            cancellationToken);

    public Task StepEndedAsync(string stepId, StepEnd end, TimeSpan took, CancellationToken cancellationToken) =>
        journal.WriteAsync(
            new Fact
            {
                StepEnded = new StepEnded
                {
                    Attempt = attempt.ToKey(),
                    StepId = stepId,
                    Result = ResultOf(end.Kind),
                    Took = took.ToDuration(),
                    WrittenBytes = (ulong)end.WrittenBytes,
                },
            },
            cancellationToken);

    public Task InterruptedAsync(
        AttemptInterrupted.Types.Cause cause, string stepId, bool passedPointOfNoReturn, CancellationToken cancellationToken) =>
        journal.WriteAsync(
            new Fact
            {
                AttemptInterrupted = new AttemptInterrupted
                {
                    Attempt = attempt.ToKey(),
                    Cause = cause,
                    StepId = stepId,
                    PassedPointOfNoReturn = passedPointOfNoReturn,
                },
            },
            cancellationToken);

    public Task EndedAsync(AttemptEnded ended, CancellationToken cancellationToken)
    {
        ended.Attempt = attempt.ToKey();
        return journal.WriteAsync(new Fact { AttemptEnded = ended }, cancellationToken);
    }

    public Task EndedUnbegunAsync(CancellationToken cancellationToken) => EndedAsync(
        new AttemptEnded { Outcome = Outcome.Cancelled, Proof = Plan.V1.Proof.None, Detail = "Cancelled before it began." },
        cancellationToken);

    /// <summary>The end of an attempt that its own run could not end. Writes nothing if the journal already says how it ended.</summary>
    public Task<bool> FailedAsync(string failureClass, string detail, bool passedPointOfNoReturn, CancellationToken cancellationToken) =>
        journal.TryNoteAsync(
            new Entry
            {
                Fact = new Fact
                {
                    AttemptEnded = new AttemptEnded
                    {
                        Attempt = attempt.ToKey(),
                        Outcome = Outcome.Failed,
                        Proof = Plan.V1.Proof.None,
                        FailureClass = failureClass,
                        Detail = detail,
                        PassedPointOfNoReturn = passedPointOfNoReturn,
                    },
                },
            },
            state => state.Attempts.TryGetValue(attempt, out var record) && !record.Interrupted,
            cancellationToken);

    public Task InspectedAsync(PhoneInspected.Types.Finding finding, string detail, CancellationToken cancellationToken) =>
        journal.WriteAsync(
            new Fact { PhoneInspected = new PhoneInspected { Attempt = attempt.ToKey(), Finding = finding, Detail = detail } },
            cancellationToken);

    public Task HandsNeededAsync(HandsNeeded needed, CancellationToken cancellationToken)
    {
        needed.Attempt = attempt.ToKey();
        return journal.WriteAsync(new Fact { HandsNeeded = needed }, cancellationToken);
    }

    /// <param name="saidBy">Empty when the phone itself shows it.</param>
    public Task HandsDoneAsync(string askId, string saidBy, CancellationToken cancellationToken) => journal.WriteAsync(
        new Fact { HandsDone = new HandsDone { Attempt = attempt.ToKey(), AskId = askId, SaidBy = saidBy } }, cancellationToken);

    /// <summary>Writes the plan down, unless it is there or the attempt has begun before; says whether it may be accepted.</summary>
    public Task<bool> TryTakeAsync(Work work, CancellationToken cancellationToken) =>
        journal.TryNoteAsync(
            new Entry { AttemptTaken = new AttemptTaken { Attempt = attempt.ToKey(), Work = work } },
            state => !state.HasBegun(attempt) && !state.Attempts.ContainsKey(attempt),
            cancellationToken);

    /// <summary>Forgets an attempt that has not begun.</summary>
    public Task<bool> TryDropAsync(CancellationToken cancellationToken) =>
        journal.TryNoteAsync(
            new Entry { AttemptDropped = new AttemptDropped { Attempt = attempt.ToKey() } },
            state => state.Attempts.TryGetValue(attempt, out var record) && !record.Begun,
            cancellationToken);

    private static StepEnded.Types.Result ResultOf(StepEndKind kind) => kind switch
    {
        StepEndKind.Done => StepEnded.Types.Result.Done,
        StepEndKind.PassedOver => StepEnded.Types.Result.PassedOver,
        StepEndKind.Failed or StepEndKind.PhoneChanged or StepEndKind.Cancelled => StepEnded.Types.Result.Failed,
    };
}

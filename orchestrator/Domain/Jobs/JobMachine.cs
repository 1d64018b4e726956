using System.Collections.Frozen;
using static Espero.Orchestrator.Domain.Jobs.JobState;
using static Espero.Orchestrator.Domain.Jobs.JobTrigger;

namespace Espero.Orchestrator.Domain.Jobs;

/// <summary>Says which state follows which trigger, and nothing else: no clock, no I/O, no log.</summary>
public static class JobMachine
{
    private static readonly FrozenDictionary<(JobState From, JobTrigger On), JobState> Moves =
        new Dictionary<(JobState From, JobTrigger On), JobState>
        {
            [(Waiting, BecomeReady)] = Queued,
            [(Waiting, Postpone)] = Waiting, // a move all the same: who asked the maker, and when, is the job's history
            [(Waiting, Cancel)] = Cancelled,

            [(Queued, LosePhone)] = Waiting,
            [(Queued, LoseRelease)] = Waiting,
            [(Queued, Postpone)] = Waiting,
            [(Queued, Offer)] = Offered,
            [(Queued, Cancel)] = Cancelled,

            [(Offered, Grant)] = Granted,
            [(Offered, Decline)] = Queued,
            [(Offered, LoseRelease)] = Waiting, // handed back before the grant: the station is told to forget it
            [(Offered, LoseLease)] = Queued, // nothing begins without a grant, so it may be offered again
            [(Offered, Cancel)] = Cancelled,

            [(Granted, Postpone)] = Waiting, // the station has stopped: a maker's wait of days ends the attempt, not the job
            [(Granted, LoseLease)] = Interrupted, // the phone may be half written: look before trying again
            [(Granted, Interrupt)] = Interrupted,
            [(Granted, FindUntouched)] = Queued, // a look may be recorded before the interruption that asked for it
            [(Granted, FindHalfWritten)] = Failed,

            // A restored backup forgot the offer or the grant: the journal did not, and the phone may be half written.
            [(Waiting, FindBegun)] = Granted,
            [(Queued, FindBegun)] = Granted,
            [(Offered, FindBegun)] = Granted,

            [(Interrupted, FindRunning)] = Granted,
            [(Interrupted, FindUntouched)] = Queued,
            [(Interrupted, FindHalfWritten)] = Failed, // from there a person may re-queue it
            [(Interrupted, GiveUp)] = Failed,
            [(Interrupted, Postpone)] = Waiting,

            // A release is never renewed by re-queuing: the job waits, and starts only if its phone's release still stands.
            [(Failed, Requeue)] = Waiting,
            [(Written, Requeue)] = Waiting,

            // A station's final word counts in every state that is not an end: a restored backup may have forgotten the
            // grant, a lost lease may have called the attempt interrupted; the journal knows better.
            [(Waiting, Succeed)] = Succeeded,
            [(Waiting, Write)] = Written,
            [(Waiting, Fail)] = Failed,
            [(Waiting, ConfirmCancel)] = Cancelled,
            [(Queued, Succeed)] = Succeeded,
            [(Queued, Write)] = Written,
            [(Queued, Fail)] = Failed,
            [(Queued, ConfirmCancel)] = Cancelled,
            [(Offered, Succeed)] = Succeeded,
            [(Offered, Write)] = Written,
            [(Offered, Fail)] = Failed,
            [(Offered, ConfirmCancel)] = Cancelled,
            [(Granted, Succeed)] = Succeeded,
            [(Granted, Write)] = Written,
            [(Granted, Fail)] = Failed,
            [(Granted, ConfirmCancel)] = Cancelled,
            [(Interrupted, Succeed)] = Succeeded,
            [(Interrupted, Write)] = Written,
            [(Interrupted, Fail)] = Failed,
            [(Interrupted, ConfirmCancel)] = Cancelled,
        }.ToFrozenDictionary();

    /// <summary>The states that only re-queuing leaves: a person's, or the program's where a locked phone was not written.</summary>
    public static bool IsEnd(JobState state) => state is Succeeded or Written or Failed or Cancelled;

    /// <summary>The ruling on a trigger, and the state that holds after it.</summary>
    public static (Ruling Ruling, JobState State) Decide(JobState state, JobTrigger trigger)
    {
        if (Moves.TryGetValue((state, trigger), out var next))
        {
            return (Ruling.Move, next);
        }

        // Late news about an ended job is normal on a slow link; a wish or an order that comes too late is refused.
        var isNews = trigger is not (Requeue or Cancel or Offer or Grant);
        return (IsEnd(state) && isNews ? Ruling.Ignore : Ruling.Refuse, state);
    }
}

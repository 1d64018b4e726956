using Espero.Journal.V1;

namespace Espero.Station.Journal;

/// <summary>Folds a state into the first record of a new file, so that every older file may go.</summary>
internal static class SegmentHead
{
    public static Entry Of(JournalState state)
    {
        var opened = new SegmentOpened
        {
            JournalId = state.JournalId,
            MarkKey = state.MarkKey,
            NextSequence = state.NextSequence,
            Cursor = state.Cursor,
            BegunJobsForgottenThrough = state.BegunForgottenThrough,
        };
        opened.OpenAttempts.AddRange(state.Attempts.Select(pair => ToOpen(pair.Key, pair.Value)));
        opened.BegunJobs.AddRange(state.BegunEpochs.Select(pair => new BegunJob { JobId = pair.Key, Epoch = pair.Value }));
        return new Entry { SegmentOpened = opened };
    }

    private static OpenAttempt ToOpen(AttemptId attempt, AttemptRecord record) => new()
    {
        Attempt = attempt.ToKey(),
        Work = record.Work,
        Begun = record.Begun,
        Interrupted = record.Interrupted,
        StepId = record.StepId,
        PassedPointOfNoReturn = record.PassedPointOfNoReturn,
        PortPath = record.PortPath,
        PhoneMark = record.PhoneMark,
    };
}

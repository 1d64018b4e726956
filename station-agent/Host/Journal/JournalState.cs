using System.Collections.Immutable;
using Espero.Journal.V1;
using Espero.Station.V1;
using Google.Protobuf;

namespace Espero.Station.Journal;

/// <summary>All that the entries so far mean. A new value for each entry; nothing in it is ever changed.</summary>
internal sealed record JournalState
{
    public static readonly JournalState Empty = new();

    public string JournalId { get; init; } = "";

    public ByteString MarkKey { get; init; } = ByteString.Empty;

    /// <summary>The sequence that the next fact gets.</summary>
    public ulong NextSequence { get; init; } = 1;

    /// <summary>As last written down; the live cursor may be ahead of it.</summary>
    public CursorMoved Cursor { get; init; } = new();

    public ImmutableDictionary<AttemptId, AttemptRecord> Attempts { get; init; } = ImmutableDictionary<AttemptId, AttemptRecord>.Empty;

    /// <summary>The highest epoch of each remembered job that ever began here.</summary>
    public ImmutableDictionary<string, ulong> BegunEpochs { get; init; } = ImmutableDictionary<string, ulong>.Empty;

    /// <summary>Jobs up to this id may have begun and been forgotten. Ids are UUIDv7: the older the job, the smaller.</summary>
    public string BegunForgottenThrough { get; init; } = "";

    /// <summary>Whether it is known for certain which epochs of the job began.</summary>
    public bool Remembers(string jobId) =>
        BegunEpochs.ContainsKey(jobId) || string.CompareOrdinal(jobId, BegunForgottenThrough) > 0;

    /// <summary>Whether it began here, or may have: when in doubt it did.</summary>
    public bool HasBegun(AttemptId attempt) =>
        BegunEpochs.TryGetValue(attempt.JobId, out var epoch) ? epoch >= attempt.Epoch : !Remembers(attempt.JobId);

    /// <summary>Remembers at most so many jobs that began: the oldest that are over are forgotten, and count as begun from then on.</summary>
    public JournalState Forgetting(int maxBegunJobs)
    {
        if (BegunEpochs.Count <= maxBegunJobs)
        {
            return this;
        }

        var open = Attempts.Keys.Select(attempt => attempt.JobId).ToHashSet(StringComparer.Ordinal);
        string[] forgotten =
        [
            .. BegunEpochs.Keys.Where(jobId => !open.Contains(jobId)).Order(StringComparer.Ordinal).Take(BegunEpochs.Count - maxBegunJobs),
        ];
        return forgotten is [.., var newest]
            ? this with
            {
                BegunEpochs = BegunEpochs.RemoveRange(forgotten),
                BegunForgottenThrough = string.CompareOrdinal(newest, BegunForgottenThrough) > 0 ? newest : BegunForgottenThrough,
            }
            : this;
    }

    public JournalState With(Entry entry) => entry.BodyCase switch
    {
        Entry.BodyOneofCase.SegmentOpened => WithSegment(entry.SegmentOpened),
        Entry.BodyOneofCase.Fact => (this with { NextSequence = entry.Fact.Sequence + 1 }).WithFact(entry.Fact),
        Entry.BodyOneofCase.AttemptTaken => Taken(entry.AttemptTaken),
        Entry.BodyOneofCase.AttemptDropped => Removed(AttemptId.From(entry.AttemptDropped.Attempt)),
        Entry.BodyOneofCase.PhoneBound => Changed(entry.PhoneBound.Attempt, a => a with { PhoneMark = entry.PhoneBound.PhoneMark }),
        Entry.BodyOneofCase.StepBegun => Changed(entry.StepBegun.Attempt, a => a with { StepId = entry.StepBegun.StepId }),
        Entry.BodyOneofCase.PointOfNoReturnPassed => Changed(
            entry.PointOfNoReturnPassed.Attempt, a => a with { PassedPointOfNoReturn = true }),
        Entry.BodyOneofCase.CursorMoved => Moved(entry.CursorMoved),
        Entry.BodyOneofCase.None => this, // written by a newer program, and not needed by this one
    };

    private static JournalState WithSegment(SegmentOpened segment) => new()
    {
        JournalId = segment.JournalId,
        MarkKey = segment.MarkKey,
        NextSequence = segment.NextSequence,
        Cursor = segment.Cursor ?? new CursorMoved(),
        Attempts = segment.OpenAttempts.ToImmutableDictionary(open => AttemptId.From(open.Attempt), ToRecord),
        BegunEpochs = segment.BegunJobs.ToImmutableDictionary(job => job.JobId, job => job.Epoch),
        BegunForgottenThrough = segment.BegunJobsForgottenThrough,
    };

    private JournalState WithFact(Fact fact) => fact.BodyCase switch
    {
        Fact.BodyOneofCase.AttemptBegun => Began(fact.AttemptBegun),
        Fact.BodyOneofCase.AttemptInterrupted => Changed(fact.AttemptInterrupted.Attempt, a => a with { Interrupted = true }),
        Fact.BodyOneofCase.AttemptEnded => Removed(AttemptId.From(fact.AttemptEnded.Attempt)),
        _ => this,
    };

    // A cursor ahead of us: the disk lost what the orchestrator has. A number that it has seen is never used again.
    private JournalState Moved(CursorMoved cursor) => this with
    {
        Cursor = cursor,
        NextSequence = Math.Max(NextSequence, cursor.RecordedSequence + 1),
    };

    private JournalState Taken(AttemptTaken taken) => this with
    {
        Attempts = Attempts.SetItem(
            AttemptId.From(taken.Attempt), new AttemptRecord { Work = taken.Work, PortPath = taken.Work.PortPath }),
    };

    private JournalState Began(AttemptBegun begun)
    {
        var attempt = AttemptId.From(begun.Attempt);
        var highest = Math.Max(BegunEpochs.GetValueOrDefault(attempt.JobId), attempt.Epoch);
        var known = Attempts.GetValueOrDefault(attempt, new AttemptRecord());
        return this with
        {
            BegunEpochs = BegunEpochs.SetItem(attempt.JobId, highest),
            Attempts = Attempts
                .RemoveRange(Attempts.Keys.Where(other => other.JobId == attempt.JobId && other.Epoch < attempt.Epoch))
                .SetItem(attempt, known with { Work = null, Begun = true, PortPath = begun.PortPath }),
        };
    }

    private JournalState Removed(AttemptId attempt) => this with { Attempts = Attempts.Remove(attempt) };

    private JournalState Changed(AttemptKey key, Func<AttemptRecord, AttemptRecord> change)
    {
        var attempt = AttemptId.From(key);
        return Attempts.TryGetValue(attempt, out var known)
            ? this with { Attempts = Attempts.SetItem(attempt, change(known)) }
            : this;
    }

    private static AttemptRecord ToRecord(OpenAttempt open) => new()
    {
        Work = open.Work,
        Begun = open.Begun,
        Interrupted = open.Interrupted,
        StepId = open.StepId,
        PassedPointOfNoReturn = open.PassedPointOfNoReturn,
        PortPath = open.PortPath,
        PhoneMark = open.PhoneMark,
    };
}

namespace Espero.Orchestrator.Contracts;

/// <summary>
/// Something that happened at a station. Exactly one of the bodies is there. Its key is station, journal and sequence:
/// the same key always means the same fact.
/// </summary>
public sealed record StationFact
{
    public required string StationId { get; init; }

    public required string JournalId { get; init; }

    /// <summary>From 1, without gaps in the journal.</summary>
    public required long Sequence { get; init; }

    /// <summary>The station's wall clock: for people, never to order or to judge.</summary>
    public required DateTimeOffset StationTime { get; init; }

    public required string BootId { get; init; }

    /// <summary>Since the station's PC started.</summary>
    public required long MonotonicMs { get; init; }

    public PhonePrepared? PhonePrepared { get; init; }

    public AttemptBegun? AttemptBegun { get; init; }

    public StepEnded? StepEnded { get; init; }

    public AttemptInterrupted? AttemptInterrupted { get; init; }

    public AttemptEnded? AttemptEnded { get; init; }

    public PhoneInspected? PhoneInspected { get; init; }

    public HandsNeeded? HandsNeeded { get; init; }

    public HandsDone? HandsDone { get; init; }

    public PersonSaid? PersonSaid { get; init; }
}

using Espero.Orchestrator.Contracts;

namespace Espero.Orchestrator.Ledger;

/// <summary>Which job a fact is about, and which attempt at it.</summary>
/// <param name="Epoch">Null for a fact about the job before any attempt.</param>
internal sealed record FactSubject(Guid JobId, long? Epoch)
{
    /// <summary>Null for a fact of a kind this program does not know: it is stored all the same.</summary>
    public static FactSubject? Of(StationFact fact) => BodyOf(fact) switch
    {
        PhonePrepared body => new(body.JobId, null),
        AttemptBegun body => new(body.JobId, body.Epoch),
        StepEnded body => new(body.JobId, body.Epoch),
        AttemptInterrupted body => new(body.JobId, body.Epoch),
        AttemptEnded body => new(body.JobId, body.Epoch),
        PhoneInspected body => new(body.JobId, body.Epoch),
        HandsNeeded body => new(body.JobId, body.Epoch),
        HandsDone body => new(body.JobId, body.Epoch),
        PersonSaid body => new(body.JobId, body.Epoch),
        _ => null,
    };

    public static string KindOf(StationFact fact) => BodyOf(fact).GetType().Name;

    public static object BodyOf(StationFact fact) =>
        fact.PhonePrepared ?? fact.AttemptBegun ?? fact.StepEnded ?? fact.AttemptInterrupted ?? fact.AttemptEnded
        ?? fact.PhoneInspected ?? fact.HandsNeeded ?? fact.HandsDone ?? (object?)fact.PersonSaid ?? new object();
}

namespace Espero.Orchestrator.Dispatch;

/// <summary>What a row wants to be said to a station.</summary>
internal enum DueKind
{
    Prepare,
    Offer,
    Cancel,
    Inspect,
    SayHands,
}

namespace Espero.Orchestrator.Ledger;

/// <summary>Every fact of the journal up to and including this sequence is committed.</summary>
internal sealed record JournalCursor(string StationId, string JournalId, long RecordedSequence);

namespace Espero.Orchestrator.Fleet;

/// <summary>How a station introduces itself.</summary>
/// <param name="FirstKeptSequence">The lowest sequence its journal still holds, from 1: what came before is gone.</param>
internal sealed record StationHello(
    string StationId, string SiteId, string LinkToken, string JournalId, long FirstKeptSequence, string AgentVersion, int FlashSlots);

namespace Espero.Orchestrator.Fleet;

/// <summary>How a station introduces itself.</summary>
internal sealed record StationHello(
    string StationId, string SiteId, string LinkToken, string JournalId, string AgentVersion, int FlashSlots);

namespace Espero.Orchestrator.Links;

/// <summary>A station as it introduced itself on its present link.</summary>
internal sealed record LinkedStation(string StationId, string SiteId, string JournalId, int FlashSlots);

namespace Espero.Station.Link;

/// <summary>Who this station says it is.</summary>
internal sealed record StationIdentity(string StationId, string SiteId, string AgentVersion, uint FlashSlots);

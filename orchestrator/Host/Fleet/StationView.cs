namespace Espero.Orchestrator.Fleet;

/// <summary>A station as people and programs see it. Whether it is linked, the desk knows.</summary>
/// <param name="RefusedTokenAt">When another machine last tried to link under this name; null when the last link was in order.</param>
/// <param name="Ports">Those with a phone plugged in, by number.</param>
internal sealed record StationView(
    string StationId,
    string SiteId,
    string AgentVersion,
    int FlashSlots,
    DateTimeOffset LastHeardAt,
    DateTimeOffset? RefusedTokenAt,
    IReadOnlyList<PortView> Ports);

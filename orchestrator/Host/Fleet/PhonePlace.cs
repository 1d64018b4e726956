namespace Espero.Orchestrator.Fleet;

/// <summary>Where a phone is plugged in.</summary>
internal sealed record PhonePlace(string SiteId, string StationId, string PortPath, int PortNumber, string? Mode, string? Obstacle);

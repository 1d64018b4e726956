using Espero.Orchestrator.Dashboard.Texts;

namespace Espero.Orchestrator.Dashboard.Views;

/// <summary>One station, laid out like its hub.</summary>
/// <param name="Silence">How long it has not been heard; null while it reports.</param>
/// <param name="DoubledAt">When another machine tried to take its name; null when none did.</param>
/// <param name="Tiles">By number; a number nothing is plugged into has an empty tile.</param>
public sealed record StationPanel(
    string StationId, string SiteId, string? Silence, ShownTime? DoubledAt, IReadOnlyList<PortTile> Tiles);

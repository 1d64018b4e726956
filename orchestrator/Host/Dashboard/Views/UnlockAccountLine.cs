using Espero.Orchestrator.Dashboard.Texts;

namespace Espero.Orchestrator.Dashboard.Views;

/// <summary>An account at a maker.</summary>
/// <param name="Asked">How often it has asked within a year, and how often it may.</param>
/// <param name="NextAt">From when it may ask again; null when it may now.</param>
public sealed record UnlockAccountLine(string Name, string Maker, string Asked, ShownTime? NextAt);

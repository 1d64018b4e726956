namespace Espero.Orchestrator.Dashboard.Views;

/// <summary>What a person is asked to do with a phone.</summary>
/// <param name="Picture">Where the drawing of the keys is; null when no keys are pressed.</param>
/// <param name="IsSaid">Somebody has said that it is done, and the station has not answered yet.</param>
public sealed record HandsPanel(string Wish, string? Picture, bool IsSaid);

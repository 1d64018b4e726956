namespace Espero.Orchestrator.Dashboard.Texts;

/// <summary>A moment for people, and the same for machines.</summary>
/// <param name="Iso">For the datetime attribute.</param>
public sealed record ShownTime(string Iso, string Text);

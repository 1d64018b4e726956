namespace Espero.Orchestrator.Dashboard.Views;

/// <summary>One line of a verdict, and who says so.</summary>
/// <param name="Address">Where it can be read; null when it cannot.</param>
public sealed record VerdictLine(string Text, string Source, Uri? Address);

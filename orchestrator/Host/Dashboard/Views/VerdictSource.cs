namespace Espero.Orchestrator.Dashboard.Views;

/// <summary>Who says a line of a verdict.</summary>
/// <param name="Address">Where it can be read; null when it cannot.</param>
public sealed record VerdictSource(string Name, Uri? Address);

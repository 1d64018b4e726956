namespace Espero.Orchestrator.Dashboard.Views;

/// <summary>One line of a verdict, and who says so.</summary>
public sealed record VerdictLine(string Text, IReadOnlyList<VerdictSource> Sources);

namespace Espero.Orchestrator.Dashboard.Views;

/// <summary>A verdict as the page shows it.</summary>
/// <param name="Mark">Which colour and shape its word has.</param>
public sealed record VerdictView(
    string Mark,
    string Word,
    string Title,
    string Sentence,
    string Code,
    IReadOnlyList<VerdictLine> Systems,
    IReadOnlyList<string> Hands,
    IReadOnlyList<VerdictLine> Reasons,
    IReadOnlyList<string> Candidates);

namespace Espero.Orchestrator.Dashboard.Views;

/// <summary>A verdict as the page shows it.</summary>
/// <param name="Mark">Which colour and shape its word has.</param>
/// <param name="ChoicesLead">What the choices are: models that are meant, or that have a name like it.</param>
public sealed record VerdictView(
    string Mark,
    string Word,
    string Title,
    string Sentence,
    string Code,
    IReadOnlyList<VerdictLine> Systems,
    IReadOnlyList<string> Hands,
    IReadOnlyList<VerdictLine> Reasons,
    string ChoicesLead,
    IReadOnlyList<VerdictChoice> Choices);

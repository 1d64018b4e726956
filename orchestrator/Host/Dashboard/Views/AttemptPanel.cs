using Espero.Orchestrator.Dashboard.Texts;

namespace Espero.Orchestrator.Dashboard.Views;

/// <param name="Sentence">Of its failure class; null unless it failed.</param>
/// <param name="Detail">What the phone or the station said, in English.</param>
public sealed record AttemptPanel(
    long Number,
    string Place,
    Badge? Badge,
    ShownTime? BegunAt,
    string? Lasted,
    string? Sentence,
    string? Detail,
    string? InterruptedBecause,
    bool Late,
    IReadOnlyList<StepLine> Steps,
    string? LogTail);

using Espero.Orchestrator.Dashboard.Texts;

namespace Espero.Orchestrator.Dashboard.Views;

/// <summary>The page of one job, in one language, at one moment.</summary>
/// <param name="Sentence">What happened, why, what to do, who acts.</param>
/// <param name="Attempts">The newest first.</param>
public sealed record JobPageView(
    Guid JobId,
    string Phone,
    string Place,
    Badge Badge,
    string Sentence,
    string AskedFor,
    ShownTime ReadAt,
    RunningAttempt? Running,
    HandsPanel? Hands,
    bool CanBeRequeued,
    IReadOnlyList<PlanFinding> Findings,
    IReadOnlyList<AttemptPanel> Attempts,
    IReadOnlyList<HistoryLine> History);

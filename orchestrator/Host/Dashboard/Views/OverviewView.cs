using Espero.Orchestrator.Dashboard.Texts;

namespace Espero.Orchestrator.Dashboard.Views;

/// <summary>The first page, in one language, at one moment.</summary>
/// <param name="Alarm">What is wrong with whole stations; null when nothing is.</param>
public sealed record OverviewView(
    string Summary,
    string? Alarm,
    ShownTime ReadAt,
    IReadOnlyList<StationPanel> Stations,
    IReadOnlyList<RunningAttempt> Running,
    PeopleNeeded PeopleNeeded,
    IReadOnlyList<FailureGroup> Failures,
    IReadOnlyList<ResultLine> Results);

using Espero.Orchestrator.Dashboard.Texts;
using Espero.Orchestrator.Dashboard.Views;
using Espero.Orchestrator.Database;
using Espero.Orchestrator.Domain.Jobs;
using Espero.Orchestrator.Jobs;

namespace Espero.Orchestrator.Dashboard.Reading;

/// <summary>The attempts of one job, ready to be shown.</summary>
internal sealed class AttemptPanels(PlaceNames places, PageLanguage language, Moments moments)
{
    public AttemptPanel Of(AttemptView attempt) => new(
        attempt.Epoch,
        places.Of(attempt.StationId, attempt.PortPath),
        LookOf(attempt) is { } look ? Badge.Of(look, language) : null,
        attempt.BegunAt is { } begunAt ? moments.Of(begunAt) : null,
        attempt is { BegunAt: { } begun, EndedAt: { } ended } ? moments.Span(ended - begun) : null,
        attempt.FailureClass is null ? null : FailureWords.Sentences(attempt.FailureClass, language),
        attempt.Detail,
        attempt.InterruptedBecause,
        attempt.Late,
        Steps(attempt.Steps),
        attempt.LogTail);

    private static Look? LookOf(AttemptView attempt) => attempt switch
    {
        _ when JobLook.Alarms(attempt.FailureClass) => Look.Danger,
        { Outcome: { } outcome } => Words.Read<JobState>(outcome) switch
        {
            JobState.Succeeded => Look.Succeeded,
            JobState.Written => Look.Written,
            JobState.Failed => Look.Failed,
            _ => Look.Cancelled,
        },
        { InterruptedBecause: not null } => Look.ToLookAt,
        { BegunAt: not null } => Look.Running,
        _ => null,
    };

    private List<StepLine> Steps(IReadOnlyList<AttemptStepView> steps)
    {
        var longest = steps.Select(step => step.Took).DefaultIfEmpty(TimeSpan.Zero).Max();
        return [.. steps.Select(step => new StepLine(
            step.StepId,
            step.Result,
            StepWord(step.Result),
            moments.Span(step.Took),
            longest > TimeSpan.Zero ? (int)Math.Round(100 * (step.Took / longest)) : 0,
            step.WrittenBytes > 0 ? moments.Size(step.WrittenBytes) : null))];
    }

    private string StepWord(string result) => result switch
    {
        "done" => language.Say(PageTexts.StepDone),
        "passed-over" => language.Say(PageTexts.StepPassedOver),
        "failed" => language.Say(PageTexts.StepFailed),
        _ => result, // of a newer version
    };
}

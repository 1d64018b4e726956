using Espero.Orchestrator.Dashboard.Views;
using Espero.Orchestrator.Domain.Jobs;
using Espero.Orchestrator.Jobs;
using Espero.Station.Recipes.Failures;

namespace Espero.Orchestrator.Dashboard.Reading;

/// <summary>Says how a job looks. The same order of reasons as <see cref="JobWhy"/>, so that word and sentence agree.</summary>
internal static class JobLook
{
    public static Look Of(JobView job) => job.Alert is null ? Of(job, job.State) : Look.ToLookAt;

    /// <summary>It goes on only when a person acts.</summary>
    public static bool NeedsPerson(Look look) => look
        is Look.Danger or Look.ToLookAt or Look.NeedsHands or Look.Refused or Look.Trouble or Look.Unknown or Look.NeedsRelease or Look.Away;

    /// <summary>Whether a failure or an obstacle endangers people: it is never one among others.</summary>
    public static bool Alarms(string? failureClass) =>
        failureClass is not null && FailureCatalogue.Find(failureClass) is { RaisesAlarm: true };

    private static Look Of(JobView job, JobState state) => state switch
    {
        JobState.Waiting => OfWaiting(job),
        JobState.Queued => Look.Ready,
        JobState.Offered => Look.Ready,
        JobState.Granted => job.Hands is null ? Look.Running : Look.NeedsHands,
        JobState.Interrupted => Look.ToLookAt,
        JobState.Succeeded => Look.Succeeded,
        JobState.Written => Look.Written,
        JobState.Failed => Alarms(job.FailureClass) ? Look.Danger : Look.Failed,
        JobState.Cancelled => Look.Cancelled,
    };

    private static Look OfWaiting(JobView job) => job switch
    {
        { WaitsFor: WaitsFor.Date } => Look.Later,
        { WaitsFor: WaitsFor.Maker } => Look.NeedsHands,
        { Refusals.Count: > 0 } => Look.Refused,
        { PhoneSiteId: { } site } when site != job.SiteId => Look.Away,
        { PhoneObstacle: { } obstacle } => Alarms(obstacle) ? Look.Danger : Look.Trouble,
        { WaitsFor: WaitsFor.Phone, PhoneSiteId: null } => Look.Away,
        { WaitsFor: WaitsFor.Release, PhoneReleased: false } => Look.NeedsRelease,
        { WaitsFor: WaitsFor.Hands } => Look.NeedsHands,
        _ => Look.Preparing,
    };
}

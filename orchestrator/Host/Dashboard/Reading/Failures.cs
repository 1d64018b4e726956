using Espero.Orchestrator.Dashboard.Texts;
using Espero.Orchestrator.Dashboard.Views;
using Espero.Orchestrator.Jobs;

namespace Espero.Orchestrator.Dashboard.Reading;

/// <summary>Puts together what failed the same way, so that its cause is read once and mended once; alarms first.</summary>
internal static class Failures
{
    public static IReadOnlyList<FailureGroup> Group(
        IReadOnlyList<JobView> failed, PlaceNames places, PageLanguage language, Moments moments) =>
        [.. failed.GroupBy(job => job.FailureClass)
            .Select(jobs => Group(jobs.Key, jobs, places, language, moments))
            .OrderByDescending(group => group.IsAlarm)];

    private static FailureGroup Group(
        string? code, IEnumerable<JobView> jobs, PlaceNames places, PageLanguage language, Moments moments)
    {
        var (text, whoActs) = FailureWords.Of(code, language);
        return new FailureGroup(
            code ?? "unknown",
            JobLook.Alarms(code),
            text.WhatHappened,
            text.Why,
            text.WhatToDo,
            whoActs,
            [.. jobs.Select(job => new FailureLine(
                job.JobId, job.PhoneLabel, job.BuildLabel, places.Of(job.StationId, job.PortPath), moments.Of(job.ChangedAt)))]);
    }
}

using Espero.Operations.V1;
using Espero.Orchestrator.Jobs;
using Espero.Orchestrator.Links;
using Espero.Station.Recipes.Failures;
using Google.Protobuf.WellKnownTypes;

namespace Espero.Orchestrator.Operations;

/// <summary>Jobs as the API says them, with what only this replica's memory knows: the progress.</summary>
internal sealed class JobMapping(LiveBoard board, TimeProvider time)
{
    public Job ToProto(JobView job, Caller caller)
    {
        var proto = new Job
        {
            JobId = job.JobId.ToString(),
            PhoneId = job.PhoneId.ToString(),
            PhoneLabel = job.PhoneLabel,
            SiteId = job.SiteId,
            BuildId = job.BuildId,
            BuildLabel = job.BuildLabel,
            State = ProtoWords.ToProto(job.State),
            WaitsFor = ProtoWords.ToProto(job.WaitsFor),
            Why = JobWhy.Of(job, time).In(caller.Language),
            Epoch = (ulong)job.Epoch,
            StationId = job.StationId ?? "",
            PortPath = job.PortPath ?? "",
            FailureClass = job.FailureClass ?? "",
            Proof = ProtoWords.ProofOf(job.Proof),
            CreatedAt = job.CreatedAt.ToTimestamp(),
            ChangedAt = job.ChangedAt.ToTimestamp(),
            NotBefore = job.NotBefore?.ToTimestamp(),
            Progress = Progress(job),
            Prepared = job.Prepared,
            Hands = job.Hands is { } hands ? ToProto(hands, caller) : null,
        };
        proto.Refusals.Add(job.Refusals.Select(refusal => FailureSentence(refusal.FailureClass, refusal.Detail, caller)));
        return proto;
    }

    public GetJobResponse ToProto(JobDetail detail, Caller caller) => new()
    {
        Job = ToProto(detail.Job, caller),
        Attempts = { detail.Attempts.Select(attempt => ToProto(attempt, caller)) },
        Events = { detail.Events.Select(ToProto) },
    };

    private Progress? Progress(JobView job) => board.Find(job.JobId, job.Epoch) is { } shown
        ? new Progress
        {
            StepId = shown.StepId,
            StepNumber = (uint)shown.StepNumber,
            StepCount = (uint)shown.StepCount,
            DoneBytes = (ulong)shown.DoneBytes,
            TotalBytes = (ulong)shown.TotalBytes,
        }
        : null;

    private static Hands ToProto(HandsView hands, Caller caller) => new()
    {
        Sentence = HandsWords.Wish(hands.SentenceCode).In(caller.Language),
        PictureKey = hands.PictureKey,
        Needs = { hands.Needs },
        Until = hands.Until.ToTimestamp(),
        SaidBy = hands.SaidBy ?? "",
    };

    private static Attempt ToProto(AttemptView attempt, Caller caller) => new()
    {
        Epoch = (ulong)attempt.Epoch,
        StationId = attempt.StationId,
        PortPath = attempt.PortPath,
        OfferedAt = attempt.OfferedAt?.ToTimestamp(),
        GrantedAt = attempt.GrantedAt?.ToTimestamp(),
        BegunAt = attempt.BegunAt?.ToTimestamp(),
        EndedAt = attempt.EndedAt?.ToTimestamp(),
        Outcome = ProtoWords.OutcomeOf(attempt.Outcome),
        Proof = ProtoWords.ProofOf(attempt.Proof),
        FailureClass = attempt.FailureClass ?? "",
        Sentence = attempt.FailureClass is { } failure ? FailureSentence(failure, "", caller) : "",
        StepId = attempt.StepId ?? "",
        Detail = attempt.Detail ?? "",
        LogTail = attempt.LogTail ?? "",
        Late = attempt.Late,
        Steps = { attempt.Steps.Select(ToProto) },
    };

    private static AttemptStep ToProto(AttemptStepView step) => new()
    {
        StepId = step.StepId,
        Result = step.Result,
        Took = step.Took.ToDuration(),
        WrittenBytes = (ulong)step.WrittenBytes,
    };

    private static JobEvent ToProto(JobEventView happened) => new()
    {
        At = happened.At.ToTimestamp(),
        Trigger = happened.Trigger,
        From = happened.From is { } from ? ProtoWords.ToProto(from) : JobState.Unspecified,
        To = ProtoWords.ToProto(happened.To),
        Epoch = (ulong)happened.Epoch,
        By = happened.ByWhom,
        Reason = happened.Reason ?? "",
    };

    // A newer station may report a class that this catalogue does not have yet: its name and detail are better than nothing.
    private static string FailureSentence(string failureClass, string detail, Caller caller)
    {
        var sentence = FailureCatalogue.Find(failureClass)?.SentencesIn(caller.Language) ?? failureClass;
        return detail.Length == 0 ? sentence : $"{sentence} ({detail})";
    }
}

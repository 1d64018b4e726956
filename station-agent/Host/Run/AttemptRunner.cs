using Espero.Station.Domain.Flashing;
using Espero.Station.Images;
using Espero.Station.Journal;
using Espero.Station.Recipes.Facts;
using Espero.Station.Recipes.Failures;
using Espero.Station.V1;
using Espero.Station.Watch;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.Logging;

namespace Espero.Station.Run;

/// <summary>Carries out one granted attempt from its beginning in the journal to its end in the journal.</summary>
internal sealed partial class AttemptRunner(
    StationJournal journal,
    IImageFiles images,
    PlanCheck check,
    PhoneConnector connector,
    RunReports reports,
    HandsDesk hands,
    RunOptions options,
    TimeProvider time,
    ILogger<AttemptRunner> logger)
{
    /// <param name="lease">Given back at the end.</param>
    /// <param name="expectedSerial">By which the phone was matched; null when it was not, and then nothing is done to it.</param>
    /// <param name="code">What the maker gave to unlock this phone, for a plan that needs it.</param>
    /// <param name="stopping">The station stops: the attempt is left as it is, and the next start calls it interrupted.</param>
    /// <returns>How it ended; null when it had begun before.</returns>
    public async Task<RunEnd?> RunAsync(
        RunningAttempt running,
        Work work,
        Plan.V1.Plan plan,
        V1.Release? release,
        PortLease lease,
        string? expectedSerial,
        UnlockCode code,
        CancellationToken stopping)
    {
        var facts = new AttemptFacts(journal, running.Id);
        using var log = new AttemptLog(options.LogDirectory, running.Id, time);
        await using var hand = new PhoneHand(lease, connector, plan, log);
        if (!await facts.TryBeginAsync(work.PhoneId, work.PortPath, stopping))
        {
            LogBegunBefore(logger, running.Id);
            return null;
        }

        LogBegan(logger, running.Id, work.PhoneId, hand.Port.Number);
        var startedAt = time.GetTimestamp();
        var end = await ExecuteAsync(running, work, plan, release, hand, facts, log, expectedSerial, code, stopping);
        stopping.ThrowIfCancellationRequested();
        if (end.IsInterrupted)
        {
            await facts.InterruptedAsync(AttemptInterrupted.Types.Cause.PhoneChanged, end.StepId, running.IsPastReturn, stopping);
            LogPhoneChanged(logger, running.Id, end.StepId);
            return end;
        }

        await facts.EndedAsync(Ended(end, running.IsPastReturn, time.GetElapsedTime(startedAt), log), stopping);
        LogEnded(logger, running.Id, end.Outcome, end.FailureClass, end.StepId);
        return end;
    }

    private async Task<RunEnd> ExecuteAsync(
        RunningAttempt running,
        Work work,
        Plan.V1.Plan plan,
        V1.Release? release,
        PhoneHand hand,
        AttemptFacts facts,
        AttemptLog log,
        string? expectedSerial,
        UnlockCode code,
        CancellationToken stopping)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, running.Cancelled);
        var meter = new ProgressMeter(running.Id, (uint)plan.Steps.Count, PlanSize.Of(plan), reports, time);
        var permission = Permission.For(work.PhoneId, ToDomain(release));
        var run = new PlanRun(plan, permission);
        var kit = new AttemptKit(plan, run, hand, new PlanFiles(plan, images), hands(facts, running), meter, log, code, time);
        PlanExecution? execution = null;
        try
        {
            var met = await new Retrying(kit.Hands, log, time).RunAsync(
                "meeting",
                mayAsk: _ => true,
                (_, token) => MeetAsync(plan, permission, hand, facts, log, expectedSerial, code, token),
                (_, _) => Task.FromResult(StepEnd.Done), // to meet is to connect anew
                either.Token);
            if (!met.LetsGoOn)
            {
                return RunEnd.Of(met, "");
            }

            execution = new PlanExecution(run, kit, check, new PointGate(running, permission, kit, facts), facts);
            return await execution.RunAsync(either.Token);
        }
        catch (OperationCanceledException) when (running.IsCancelled && !stopping.IsCancellationRequested)
        {
            return RunEnd.Of(StepEnd.Cancelled, execution?.StepId ?? "");
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A bug of ours. The phone's owner still gets an end, and the next phone its turn.
            LogFault(logger, exception, running.Id);
            return RunEnd.Of(StepEnd.Failed(FailureCode.StationFault, exception.GetType().Name), execution?.StepId ?? "");
        }
    }

    private async Task<StepEnd> MeetAsync(
        Plan.V1.Plan plan,
        Permission permission,
        PhoneHand hand,
        AttemptFacts facts,
        AttemptLog log,
        string? expectedSerial,
        UnlockCode code,
        CancellationToken cancellationToken)
    {
        var met = await hand.MeetAsync(expectedSerial, cancellationToken);
        if (!met.LetsGoOn)
        {
            return met;
        }

        await facts.BindAsync(hand.Serial, cancellationToken);
        if (permission.Release is { PrintedModel: { Length: > 0 } model } release)
        {
            await facts.SaidAsync(FactName.PersonModel, model, release.ReleasedBy, cancellationToken);
            hand.Learn(FactName.PersonModel, model);
        }

        if (code.IsGiven)
        {
            hand.Learn(FactName.UnlockCode, "yes");
        }

        var refusals = await check.RunAsync(plan, hand.Mode, hand.Facts, cancellationToken);
        foreach (var refusal in refusals)
        {
            log.Write($"preflight: {refusal.FailureCode} {refusal.Detail}");
        }

        return refusals is [var first, ..] ? StepEnd.Failed(first.FailureCode, first.Detail) : StepEnd.Done;
    }

    private static Domain.Flashing.Release? ToDomain(V1.Release? release) =>
        release is null ? null : new(release.ReleaseId, release.PhoneId, release.ReleasedBy) { PrintedModel = release.PrintedModel.Trim() };

    private static AttemptEnded Ended(RunEnd end, bool passed, TimeSpan took, AttemptLog log) => new()
    {
        Outcome = end.Outcome,
        Proof = end.Proof,
        FailureClass = end.FailureClass,
        StepId = end.Outcome is Outcome.Failed ? end.StepId : "",
        Detail = log.WithoutSecrets(end.Detail),
        PassedPointOfNoReturn = passed,
        Took = took.ToDuration(),
        LogTail = log.Tail(),
        LogSha256 = ByteString.CopyFrom(log.Close()),
    };

    [LoggerMessage(4101, LogLevel.Information, "Attempt {Attempt} began on phone {PhoneId} at port {Port}.")]
    private static partial void LogBegan(ILogger logger, AttemptId attempt, string phoneId, uint port);

    [LoggerMessage(4102, LogLevel.Warning, "Attempt {Attempt} was granted, but had begun before. It did not begin again.")]
    private static partial void LogBegunBefore(ILogger logger, AttemptId attempt);

    [LoggerMessage(4103, LogLevel.Information, "Attempt {Attempt} ended: {Outcome} {FailureClass} {StepId}.")]
    private static partial void LogEnded(ILogger logger, AttemptId attempt, Outcome outcome, string failureClass, string stepId);

    [LoggerMessage(4104, LogLevel.Warning, "Attempt {Attempt} was interrupted in step {StepId}: another phone answered on its port.")]
    private static partial void LogPhoneChanged(ILogger logger, AttemptId attempt, string stepId);

    [LoggerMessage(4105, LogLevel.Error, "Attempt {Attempt} met a fault of the station's program.")]
    private static partial void LogFault(ILogger logger, Exception exception, AttemptId attempt);
}

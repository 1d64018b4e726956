using Espero.Plan.V1;
using Espero.Station.Domain.Flashing;
using Espero.Station.Domain.Flashing.Preflight;
using Espero.Station.Recipes.Failures;
using Espero.Station.Recipes.Vocabulary;
using Espero.Station.Run.Verbs;

namespace Espero.Station.Run;

/// <summary>Carries out a plan step by step: each beginning and each end is in the journal before the next thing happens.</summary>
internal sealed class PlanExecution(PlanRun run, AttemptKit kit, PlanCheck check, PointGate gate, AttemptFacts facts)
{
    private readonly StepVerbs _verbs = new(kit);
    private readonly StepRetry _retry = new(kit);
    private readonly SafetyWatch _safety = new(kit, gate);

    /// <summary>The step that began last; empty before the first.</summary>
    public string StepId { get; private set; } = "";

    private PhoneMode Mode => kit.Hand is { IsAway: false, Talk: not null } ? kit.Hand.Mode : PhoneMode.Unspecified;

    public async Task<RunEnd> RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            switch (run.Next(kit.Hand.Facts, Mode))
            {
                case RunMove.Check:
                    await CheckAsync(cancellationToken);
                    break;
                case RunMove.Do(var step):
                    if (await DoAsync(step, cancellationToken) is { } stopped)
                    {
                        return stopped;
                    }

                    break;
                case RunMove.PassOver(var step):
                    await facts.StepEndedAsync(step.Id, StepEnd.PassedOver, TimeSpan.Zero, cancellationToken);
                    kit.Log.Write($"step {step.Id} was passed over: its condition does not hold");
                    break;
                case RunMove.StopForRelease(var step):
                    return RunEnd.Of(StepEnd.Failed(FailureCode.ReleaseMissing, "Nobody released this phone to be erased."), step.Id);
                case RunMove.End end:
                    return RunEnd.Of(end);
            }
        }
    }

    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        var mode = kit.Hand.Mode;
        var report = PreflightCheck.Look(await SubjectAsync(run.Place, cancellationToken));
        report = report with
        {
            Refusals = report.Refusals.RemoveAll(refusal => IsMadeSureOf(refusal) || (gate.IsPassed && IsBetterBorne(refusal))),
        };
        foreach (var refusal in report.Refusals)
        {
            kit.Log.Write($"preflight in mode {mode}: {refusal.FailureCode} {refusal.Detail}");
        }

        run.ReportChecked(report, mode);
    }

    // The next step looks at its battery itself, and rests until it is charged.
    private static bool IsMadeSureOf(Refusal refusal) => refusal.FailureCode is FailureCode.BatteryLow;

    // Good reasons not to begin; to stop for them in the middle would leave the phone half written. What a recovery or a system that
    // is new on the phone says of versions and of its model is not what was asked of the old one, and that was judged before: from
    // here on its serial alone says whether it is the same phone.
    private static bool IsBetterBorne(Refusal refusal) =>
        refusal.FailureCode is FailureCode.StationMemoryShort or FailureCode.StationClockWrong
            or FailureCode.RequirementNotMet or FailureCode.RollbackRefused
        || (refusal.StepId.Length == 0 && refusal.FailureCode
            is FailureCode.WrongPhone or FailureCode.AmbiguousVariant or FailureCode.PhoneNotIdentified);

    private async Task<PreflightSubject> SubjectAsync(PlanPlace place, CancellationToken cancellationToken) =>
        await check.SubjectAsync(kit.Plan, kit.Hand.Mode, kit.Hand.Facts, cancellationToken) with { Place = place };

    // Null when the run may decide what is next.
    private async Task<RunEnd?> DoAsync(Step step, CancellationToken cancellationToken)
    {
        StepId = step.Id;
        await facts.StepBegunAsync(step.Id, cancellationToken);
        kit.Meter.Begin(step.Id, NumberOf(step), PlanSize.Of(kit.Plan, step));
        kit.Log.Write($"step {step.Id} began ({step.VerbCase})");

        var startedAt = kit.Time.GetTimestamp();
        var end = await _safety.GuardAsync(token => CarryOutAsync(step, token), cancellationToken);
        cancellationToken.ThrowIfCancellationRequested(); // the station stops: the journal says how far it came

        kit.Meter.End(end.WrittenBytes);
        kit.Log.Write($"step {step.Id} ended: {end.Kind} {end.FailureClass} {end.Detail}".TrimEnd());
        await facts.StepEndedAsync(step.Id, end, kit.Time.GetElapsedTime(startedAt), cancellationToken);
        switch (end.Kind)
        {
            case StepEndKind.Done or StepEndKind.PassedOver:
                Report(step, end);
                return null;
            case StepEndKind.Failed:
                run.ReportFailed(end.FailureClass, kit.Log.WithoutSecrets(end.Detail));
                return null;
            default:
                return RunEnd.Of(end, step.Id);
        }
    }

    private Task<StepEnd> CarryOutAsync(Step step, CancellationToken cancellationToken) => _retry.RunAsync(
        step, token => MakeSureAsync(step, token), token => _verbs.RunAsync(step, token), cancellationToken);

    private async Task<StepEnd> MakeSureAsync(Step step, CancellationToken cancellationToken)
    {
        if (await _safety.LookAsync(cancellationToken) is { } danger)
        {
            return StepEnd.Failed(danger.FailureCode, danger.Detail);
        }

        return PointOfNoReturn.IsBehind(step) ? await PassAsync(step, cancellationToken) : StepEnd.Done;
    }

    private Task<StepEnd> PassAsync(Step step, CancellationToken cancellationToken) => gate.PassAsync(
        step.Id,
        async () =>
        {
            var place = run.Place;
            return NeededFiles.Of(await SubjectAsync(place with { Ahead = place.Ahead.Insert(0, step) }, cancellationToken));
        },
        cancellationToken);

    private void Report(Step step, StepEnd end)
    {
        if (step.VerifyBoot is null)
        {
            run.ReportDone();
        }
        else
        {
            run.ReportBoot(new BootVerdict.Seen(end.Proof));
        }
    }

    // A fallback counts as the step it stands in for, a look as the one it stands before.
    private uint NumberOf(Step step) =>
        (uint)kit.Plan.Steps.TakeWhile(candidate => !Holds(candidate, LookSteps.OwnerOf(step))).Count() + 1;

    private static bool Holds(Step candidate, string id) => candidate.Id == id || candidate.Fallback.Any(inner => Holds(inner, id));
}

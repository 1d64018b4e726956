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
    private readonly LayoutLook _layout = new(kit);
    private PhoneMode _checkedMode = PhoneMode.Unspecified;

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
                    if (await CheckAsync(cancellationToken) is { LetsGoOn: false } unasked)
                    {
                        return RunEnd.Of(unasked, StepId);
                    }

                    break;
                case RunMove.LookIn(var mode, _):
                    if (await _layout.RunAsync(mode, cancellationToken) is { LetsGoOn: false } unseen)
                    {
                        return RunEnd.Of(unseen, StepId);
                    }

                    run.ReportLooked();
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

    // A phone that has just arrived in a mode was asked there; what it said in the one it is still in, the steps since have changed.
    private async Task<StepEnd> CheckAsync(CancellationToken cancellationToken)
    {
        var mode = kit.Hand.Mode;
        var end = mode == _checkedMode ? await kit.Hand.LookAsync(cancellationToken) : StepEnd.Done;
        if (!end.LetsGoOn)
        {
            return end;
        }

        _checkedMode = mode;
        var report = PreflightCheck.Look(await SubjectAsync(run.Place, cancellationToken));
        report = report with { Refusals = report.Refusals.RemoveAll(refusal => gate.IsPassed && IsBetterBorne(refusal.FailureCode)) };
        foreach (var refusal in report.Refusals)
        {
            kit.Log.Write($"preflight in mode {mode}: {refusal.FailureCode} {refusal.Detail}");
        }

        run.ReportChecked(report, mode);
        return StepEnd.Done;
    }

    // Good reasons not to begin; to stop for them in the middle would leave the phone half written. What a recovery or a system that
    // is new on the phone says of versions is not what was asked of the old one, and that was judged before.
    private static bool IsBetterBorne(string failureCode) => failureCode
        is FailureCode.BatteryLow or FailureCode.StationMemoryShort or FailureCode.StationClockWrong
        or FailureCode.RequirementNotMet or FailureCode.RollbackRefused;

    private async Task<PreflightSubject> SubjectAsync(PlanPlace place, CancellationToken cancellationToken) =>
        await check.SubjectAsync(kit.Plan, kit.Hand.Mode, kit.Hand.Facts, cancellationToken) with { Place = place };

    // Null when the run may decide what is next.
    private async Task<RunEnd?> DoAsync(Step step, CancellationToken cancellationToken)
    {
        StepId = step.Id;
        if (await _safety.LookAsync(cancellationToken) is { } danger)
        {
            kit.Log.Write($"step {step.Id} was not begun: {danger.FailureCode} {danger.Detail}");
            return RunEnd.Of(StepEnd.Failed(danger.FailureCode, danger.Detail), step.Id);
        }

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

    private Task<StepEnd> CarryOutAsync(Step step, CancellationToken cancellationToken) =>
        _retry.RunAsync(step, CarryOutOnceAsync, cancellationToken);

    private async Task<StepEnd> CarryOutOnceAsync(Step step, CancellationToken cancellationToken)
    {
        var end = PointOfNoReturn.IsBehind(step) ? await PassAsync(step, cancellationToken) : StepEnd.Done;
        return end.LetsGoOn ? await _verbs.RunAsync(step, cancellationToken) : end;
    }

    private async Task<StepEnd> PassAsync(Step step, CancellationToken cancellationToken)
    {
        var place = run.Place;
        var ahead = await SubjectAsync(place with { Ahead = place.Ahead.Insert(0, step) }, cancellationToken);
        return await gate.PassAsync(step.Id, NeededFiles.Of(ahead), cancellationToken);
    }

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

    // A fallback counts as the step it stands in for.
    private uint NumberOf(Step step) =>
        (uint)kit.Plan.Steps.TakeWhile(candidate => !Holds(candidate, step)).Count() + 1;

    private static bool Holds(Step candidate, Step step) => candidate.Id == step.Id || candidate.Fallback.Any(inner => Holds(inner, step));
}

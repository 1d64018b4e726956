using Espero.Plan.V1;
using Espero.Station.Domain.Flashing;
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
    private PhoneMode _checkedMode = kit.Hand.Sight.Mode; // before the first step all of the plan was checked

    /// <summary>The step that began last; empty before the first.</summary>
    public string StepId { get; private set; } = "";

    public async Task<RunEnd> RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            switch (run.Next(kit.Hand.Facts))
            {
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

    // A mode tells what another one kept to itself: what fastbootd says of super, the bootloader cannot know.
    private Refusal? Recheck(Step step)
    {
        var mode = kit.Hand.Sight.Mode;
        if (kit.Hand.IsAway || mode == _checkedMode || !kit.Plan.Steps.Contains(step))
        {
            return null;
        }

        _checkedMode = mode;
        var refusals = check.Run(kit.Plan, kit.Hand.Sight, step.Id)
            .RemoveAll(refusal => gate.IsPassed && IsBetterBorne(refusal.FailureCode));
        foreach (var refusal in refusals)
        {
            kit.Log.Write($"preflight in mode {mode}: {refusal.FailureCode} {refusal.Detail}");
        }

        return refusals.FirstOrDefault();
    }

    // Good reasons not to begin; to stop for them in the middle would leave the phone half written.
    private static bool IsBetterBorne(string failureCode) =>
        failureCode is FailureCode.BatteryLow or FailureCode.StationMemoryShort or FailureCode.StationClockWrong;

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

    private async Task<StepEnd> CarryOutAsync(Step step, CancellationToken cancellationToken)
    {
        if (Recheck(step) is { } refusal)
        {
            return StepEnd.Failed(refusal.FailureCode, refusal.Detail);
        }

        return await _retry.RunAsync(step, CarryOutOnceAsync, cancellationToken);
    }

    private async Task<StepEnd> CarryOutOnceAsync(Step step, CancellationToken cancellationToken)
    {
        var end = PointOfNoReturn.IsBehind(step) ? await gate.PassAsync(step.Id, cancellationToken) : StepEnd.Done;
        return end.LetsGoOn ? await _verbs.RunAsync(step, cancellationToken) : end;
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

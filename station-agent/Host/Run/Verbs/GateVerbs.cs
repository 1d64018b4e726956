using Espero.Plan.V1;
using Espero.Station.Domain.Flashing;
using Espero.Station.Recipes.Failures;

namespace Espero.Station.Run.Verbs;

/// <summary>What must hold, be done by a person, or be seen, before the plan goes on.</summary>
internal sealed class GateVerbs(AttemptKit kit)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestForModes = TimeSpan.FromMinutes(30);

    // A person may be away for the night: as long as the vocabulary lets a recipe wait.
    private static readonly TimeSpan LongestForHands = TimeSpan.FromHours(24);
    private static readonly TimeSpan UsualForHands = TimeSpan.FromMinutes(15);

    public async Task<StepEnd> AssertAsync(Step step, CancellationToken cancellationToken)
    {
        var end = await kit.Hand.LookAsync(cancellationToken);
        if (!end.LetsGoOn)
        {
            return end;
        }

        return AssertJudge.Judge(step, kit.Hand.Facts) is { } refusal
            ? StepEnd.Failed(refusal.FailureCode, refusal.Detail)
            : StepEnd.Done;
    }

    public async Task<StepEnd> AwaitAsync(AwaitMode awaited, CancellationToken cancellationToken)
    {
        var end = await AwaitAsync(awaited.Mode, Within(awaited.Deadline, Shortest, LongestForModes), cancellationToken);

        // A phone that was sent to a recovery and runs its system has put back what was written, or never took it.
        return end.FailureClass is FailureCode.ModeNotReached && kit.Hand is { IsAway: false, Mode: PhoneMode.System }
            && awaited.Mode is PhoneMode.Recovery or PhoneMode.Sideload
            ? StepEnd.Failed(FailureCode.RecoveryNotOurs, end.Detail)
            : end;
    }

    /// <summary>Waits until the phone is seen in a mode, as the same one.</summary>
    public async Task<StepEnd> AwaitAsync(PhoneMode mode, TimeSpan deadline, CancellationToken cancellationToken)
    {
        var startedAt = kit.Time.GetTimestamp();
        var seen = PhoneMode.Unspecified;
        while (true)
        {
            var end = await kit.Hand.MeetAgainAsync(cancellationToken);
            if (end.Kind is StepEndKind.PhoneChanged or StepEndKind.Cancelled)
            {
                return end;
            }

            seen = end.LetsGoOn ? kit.Hand.Mode : seen;
            if (end.LetsGoOn && seen == mode)
            {
                return StepEnd.Done;
            }

            if (kit.Time.GetElapsedTime(startedAt) >= deadline)
            {
                return StepEnd.Failed(
                    FailureCode.ModeNotReached,
                    $"The phone was not seen in mode {mode} within {deadline.TotalSeconds:0} s. "
                    + (seen is PhoneMode.Unspecified ? $"It was not seen at all ({end.Detail})." : $"It was seen in mode {seen}."));
            }

            await Task.Delay(Pause, kit.Time, cancellationToken);
        }
    }

    public async Task<StepEnd> AskAsync(Step step, CancellationToken cancellationToken)
    {
        var ask = step.Ask;
        var notBefore = ask.NotBefore is null ? TimeSpan.Zero : Within(ask.NotBefore, Shortest, LongestForHands);
        var within = Within(ask.Deadline, UsualForHands, LongestForHands);
        await kit.Hands.NeedAsync(step.Id, ask, notBefore + within, cancellationToken);
        await Task.Delay(notBefore, kit.Time, cancellationToken); // what is said or shown earlier counts from then on
        var (end, saidBy) = await DoneAsync(step.Id, ask, within, cancellationToken);
        if (end.LetsGoOn)
        {
            await kit.Hands.DoneAsync(step.Id, saidBy, cancellationToken);
        }

        if (end.Kind is not (StepEndKind.PhoneChanged or StepEndKind.Cancelled))
        {
            await kit.Hands.GoOnAsync(cancellationToken); // a step that failed may have a fallback
        }

        return end.FailureClass is FailureCode.ModeNotReached ? StepEnd.Failed(FailureCode.HandsNotDone, end.Detail) : end;
    }

    // A person who says "done" is believed about the keys, not about the mode: that the phone must show.
    private async Task<(StepEnd End, string SaidBy)> DoneAsync(string stepId, Ask ask, TimeSpan deadline, CancellationToken cancellationToken)
    {
        if (ask.Mode is not PhoneMode.Unspecified)
        {
            return (await AwaitAsync(ask.Mode, deadline, cancellationToken), "");
        }

        using var late = new CancellationTokenSource(deadline, kit.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return (StepEnd.Done, await kit.Hands.SaidAsync(stepId, either.Token));
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return (StepEnd.Failed(FailureCode.HandsNotDone, $"Nobody said within {deadline.TotalMinutes:0} min that it was done."), "");
        }
    }

    private static TimeSpan Within(Google.Protobuf.WellKnownTypes.Duration? wanted, TimeSpan otherwise, TimeSpan longest) =>
        TimeSpan.FromTicks(Math.Clamp((wanted?.ToTimeSpan() ?? otherwise).Ticks, Shortest.Ticks, longest.Ticks));
}

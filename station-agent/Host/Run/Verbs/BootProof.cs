using Espero.Plan.V1;
using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Failures;
using Espero.Station.Watch;

namespace Espero.Station.Run.Verbs;

/// <summary>Sees, as surely as a plan promises, that the system that was written runs.</summary>
internal sealed class BootProof(AttemptKit kit)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan StableOnUsb = TimeSpan.FromMinutes(3);

    public Task<StepEnd> RunAsync(Step step, CancellationToken cancellationToken)
    {
        var deadline = step.VerifyBoot.Deadline.ToTimeSpan();
        return step.VerifyBoot.Proof switch
        {
            Proof.ReadBack => ReadBackAsync(step, deadline, cancellationToken),
            Proof.BootloaderSaysSo => BootloaderSaysSoAsync(deadline, cancellationToken),
            Proof.SeenOnUsb => SeenOnUsbAsync(deadline, cancellationToken),
            Proof.SeenByPerson => SeenByPersonAsync(step, deadline, cancellationToken),
            Proof.None => Task.FromResult(StepEnd.Done),
            Proof.Unspecified => Task.FromResult(StepEnd.Failed(FailureCode.PlanUnreadable, "The step does not say which proof it wants.")),
        };
    }

    // Fingerprint, slot and lock state, from the running system itself.
    private async Task<StepEnd> ReadBackAsync(Step step, TimeSpan deadline, CancellationToken cancellationToken)
    {
        var end = await UntilAsync(PhoneMode.System, deadline, cancellationToken);
        if (!end.LetsGoOn)
        {
            return end;
        }

        var wrong = step.VerifyBoot.Tests.FirstOrDefault(test => FactJudge.Judge(test, kit.Hand.Facts) != Verdict.Holds);
        return wrong is null
            ? StepEnd.Done
            : StepEnd.Failed(FailureCode.WrongSystemBooted, FactTestText.Describe(wrong, kit.Hand.Facts));
    }

    private async Task<StepEnd> BootloaderSaysSoAsync(TimeSpan deadline, CancellationToken cancellationToken)
    {
        var end = await UntilAsync(PhoneMode.Bootloader, deadline, cancellationToken);
        if (!end.LetsGoOn)
        {
            return end;
        }

        if (kit.Hand.Facts.CurrentSlot is not { } slot)
        {
            return StepEnd.Failed(FailureCode.CommandNotSupported, "This bootloader has no slots, and so does not say whether one started well.");
        }

        var asked = await kit.Hand.AskAsync([$"getvar.slot-successful:{slot}"], cancellationToken);
        return !asked.LetsGoOn ? asked
            : kit.Hand.Facts.Getvar($"slot-successful:{slot}") == "yes" ? StepEnd.Done
            : StepEnd.Failed(FailureCode.BootFailed, $"The bootloader does not call slot {slot} successful.");
    }

    // Long enough that a phone which starts over and over is not taken for one that runs.
    private async Task<StepEnd> SeenOnUsbAsync(TimeSpan deadline, CancellationToken cancellationToken)
    {
        var startedAt = kit.Time.GetTimestamp();
        long? seenAt = null;
        while (true)
        {
            var presence = kit.Hand.Presence();
            if (presence is null)
            {
                return StepEnd.Failed(FailureCode.CommandNotSupported, "A phone on the network is not on USB, so nothing can be seen there.");
            }

            seenAt = presence is PhonePresence.System ? seenAt ?? kit.Time.GetTimestamp() : null;
            if (seenAt is { } since && kit.Time.GetElapsedTime(since) >= StableOnUsb)
            {
                return StepEnd.Done;
            }

            if (presence is PhonePresence.Bootloader && kit.Time.GetElapsedTime(startedAt) > Pause * 10)
            {
                return StepEnd.Failed(FailureCode.BootFailed, "The phone is back in its bootloader.");
            }

            if (seenAt is null && kit.Time.GetElapsedTime(startedAt) >= deadline)
            {
                return StepEnd.Failed(FailureCode.BootFailed, $"The system was not seen on USB within {deadline.TotalSeconds:0} s.");
            }

            await Task.Delay(Pause, kit.Time, cancellationToken);
        }
    }

    private async Task<StepEnd> SeenByPersonAsync(Step step, TimeSpan deadline, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var tooLate = Task.Delay(deadline, kit.Time, over.Token);
        var seen = kit.Hands.WaitAsync(step.Id, new Ask { SentenceCode = "system-runs" }, tooLate, over.Token);
        var first = await Task.WhenAny(seen, tooLate);
        cancellationToken.ThrowIfCancellationRequested();
        await over.CancelAsync();
        await Task.WhenAll(seen, tooLate)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        return first == seen && seen.IsCompletedSuccessfully
            ? StepEnd.Done
            : StepEnd.Failed(FailureCode.HandsNotDone, $"Nobody said within {deadline.TotalMinutes:0} min that the system runs.");
    }

    private async Task<StepEnd> UntilAsync(PhoneMode mode, TimeSpan deadline, CancellationToken cancellationToken)
    {
        var end = await new GateVerbs(kit).AwaitAsync(mode, deadline, cancellationToken);
        return end.FailureClass is FailureCode.ModeNotReached ? StepEnd.Failed(FailureCode.BootFailed, end.Detail) : end;
    }
}

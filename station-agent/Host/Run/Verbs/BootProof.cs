using Espero.Plan.V1;
using Espero.Station.Domain.Flashing;
using Espero.Station.Recipes.Asks;
using Espero.Station.Recipes.Failures;
using Espero.Station.Watch;

namespace Espero.Station.Run.Verbs;

/// <summary>Looks for the system that was written, as surely as a plan promises; what is seen, Domain judges.</summary>
internal sealed class BootProof(AttemptKit kit, GateVerbs gates)
{
    // A phone that has just been told to restart may still be seen where it was.
    private static readonly TimeSpan Leaving = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public async Task<StepEnd> RunAsync(Step step, CancellationToken cancellationToken)
    {
        var verify = step.VerifyBoot;
        var (sight, end) = verify.Proof switch
        {
            Proof.ReadBack => await SeeAsync(PhoneMode.System, verify, cancellationToken),
            Proof.BootloaderSaysSo => await SeeAsync(PhoneMode.Bootloader, verify, cancellationToken),
            Proof.SeenOnUsb => (await WatchUsbAsync(verify.Deadline.ToTimeSpan(), cancellationToken), StepEnd.Done),
            Proof.SeenByPerson => (await AskAsync(step, cancellationToken), StepEnd.Done),
            Proof.None or Proof.Unspecified => (new BootSight(PhoneMode.System, kit.Hand.Facts), StepEnd.Done),
        };
        if (!end.LetsGoOn)
        {
            return end;
        }

        return BootJudge.Judge(verify, sight) switch
        {
            BootVerdict.Seen(var proof) => StepEnd.Saw(proof),
            BootVerdict.Failed(var code, var detail) => StepEnd.Failed(code, detail),
            _ => throw new InvalidOperationException("A boot is seen or has failed."),
        };
    }

    private async Task<(BootSight Sight, StepEnd End)> SeeAsync(PhoneMode mode, VerifyBoot verify, CancellationToken cancellationToken)
    {
        var slot = kit.Hand.Facts.CurrentSlot ?? "";
        var end = await gates.AwaitAsync(mode, verify.Deadline.ToTimeSpan(), cancellationToken);
        if (end.LetsGoOn && mode is PhoneMode.Bootloader && slot.Length > 0)
        {
            end = await kit.Hand.AskAsync([$"getvar.slot-successful:{slot}"], cancellationToken);
        }

        var isSeen = end.LetsGoOn || end.FailureClass is FailureCode.ModeNotReached;
        var seen = end.LetsGoOn ? mode : kit.Hand.IsAway ? PhoneMode.Unspecified : kit.Hand.Sight.Mode;
        return (new BootSight(seen, kit.Hand.Facts) { Slot = slot, MustBeLocked = WasLocked() }, isSeen ? StepEnd.Done : end);
    }

    // Stable for long enough that a phone which starts over and over is not taken for one that runs.
    private async Task<BootSight> WatchUsbAsync(TimeSpan deadline, CancellationToken cancellationToken)
    {
        var startedAt = kit.Time.GetTimestamp();
        long? seenAt = null;
        while (true)
        {
            var presence = kit.Hand.Presence();
            seenAt = presence is PhonePresence.System ? seenAt ?? kit.Time.GetTimestamp() : null;
            var stable = seenAt is { } since ? kit.Time.GetElapsedTime(since) : TimeSpan.Zero;
            if (stable >= BootJudge.StableUsb)
            {
                return Sight(PhoneMode.System) with { StableFor = stable };
            }

            var elapsed = kit.Time.GetElapsedTime(startedAt);
            if (presence is PhonePresence.Bootloader && elapsed > Leaving)
            {
                return Sight(PhoneMode.Bootloader);
            }

            if (presence is null || (seenAt is null && elapsed >= deadline))
            {
                return Sight(PhoneMode.Unspecified); // on the network there is no USB to be seen on
            }

            await Task.Delay(Pause, kit.Time, cancellationToken);
        }
    }

    private async Task<BootSight> AskAsync(Step step, CancellationToken cancellationToken)
    {
        var ask = new Ask { SentenceCode = AskCodes.SystemRuns, Deadline = step.VerifyBoot.Deadline };
        var end = await gates.AskAsync(new Step { Id = step.Id, Ask = ask }, cancellationToken);
        return Sight(PhoneMode.Unspecified) with { WasSeenByPerson = end.LetsGoOn };
    }

    private BootSight Sight(PhoneMode mode) => new(mode, kit.Hand.Facts) { MustBeLocked = WasLocked() };

    private bool WasLocked() => kit.Plan.Steps.Any(step => step.VerbCase is Step.VerbOneofCase.Lock);
}

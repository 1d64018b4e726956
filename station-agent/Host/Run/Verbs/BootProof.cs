using Espero.Plan.V1;
using Espero.Station.Domain.Flashing;
using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Asks;
using Espero.Station.Recipes.Facts;
using Espero.Station.Recipes.Failures;
using Espero.Station.Watch;

namespace Espero.Station.Run.Verbs;

/// <summary>Looks for the system that was written, as surely as a plan promises; what is seen, Domain judges.</summary>
internal sealed class BootProof(AttemptKit kit, GateVerbs gates)
{
    // A phone that has just been told to restart may still be seen where it was.
    private static readonly TimeSpan Leaving = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private string _unsuccessfulSlot = "";

    /// <summary>Before a restart: what the bootloader calls successful before the system is started is no news afterwards.</summary>
    public async Task LeaveAsync(CancellationToken cancellationToken)
    {
        if (kit.Hand is { IsAway: false, Mode: PhoneMode.Bootloader, Facts.CurrentSlot: { } slot }
            && kit.Plan.Steps.Any(step => step.VerifyBoot is { Proof: Proof.BootloaderSaysSo }))
        {
            var asked = await kit.Hand.AskAsync([SuccessOf(slot)], cancellationToken);
            _unsuccessfulSlot = asked.LetsGoOn && kit.Hand.Facts.Find(SuccessOf(slot)) == "no" ? slot : "";
        }
    }

    public async Task<StepEnd> RunAsync(Step step, CancellationToken cancellationToken)
    {
        var verify = step.VerifyBoot;
        var (sight, end) = verify.Proof switch
        {
            Proof.ReadBack => await ReadBackAsync(step, cancellationToken),
            Proof.BootloaderSaysSo => await SeeAsync(PhoneMode.Bootloader, step, cancellationToken),
            Proof.SeenOnUsb => (await WatchUsbAsync(verify, cancellationToken), StepEnd.Done),
            Proof.SeenByPerson => await AskAsync(step, cancellationToken),
            Proof.None or Proof.Unspecified => (Unread(PhoneMode.System), StepEnd.Done),
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

    // A wiped phone lets nobody read its system back: what its socket shows of it is then all there is to see.
    private async Task<(BootSight Sight, StepEnd End)> ReadBackAsync(Step step, CancellationToken cancellationToken)
    {
        var (sight, end) = await SeeAsync(PhoneMode.System, step, cancellationToken);
        return end.LetsGoOn && sight.Mode is PhoneMode.Unspecified && kit.Hand.Presence() is PhonePresence.System
            ? (await WatchUsbAsync(step.VerifyBoot, cancellationToken), StepEnd.Done)
            : (sight, end);
    }

    private async Task<(BootSight Sight, StepEnd End)> SeeAsync(PhoneMode mode, Step step, CancellationToken cancellationToken)
    {
        // Which slot a package goes to, the package decides.
        var slot = HasDone(Step.VerbOneofCase.Sideload) ? "" : kit.Hand.Facts.CurrentSlot ?? "";
        var end = await gates.AwaitAsync(mode, step.VerifyBoot.Deadline.ToTimeSpan(), cancellationToken);
        if (end.LetsGoOn && mode is PhoneMode.Bootloader && slot.Length > 0)
        {
            end = await kit.Hand.AskAsync([SuccessOf(slot)], cancellationToken);
        }

        var isSeen = end.LetsGoOn || end.FailureClass is FailureCode.ModeNotReached;
        var seen = end.LetsGoOn ? mode : kit.Hand.IsAway ? PhoneMode.Unspecified : kit.Hand.Mode;
        var sight = new BootSight(seen, kit.Hand.Told)
        {
            Slot = slot,
            LeftUnsuccessful = slot.Length > 0 && slot == _unsuccessfulSlot,
            MustBeLocked = WasLocked,
        };
        return (sight, isSeen ? StepEnd.Done : end);
    }

    // Stable for long enough that a phone which starts over and over is not taken for one that runs.
    private async Task<BootSight> WatchUsbAsync(VerifyBoot verify, CancellationToken cancellationToken)
    {
        var deadline = verify.Deadline.ToTimeSpan();
        var startedAt = kit.Time.GetTimestamp();
        long? seenAt = null;
        while (true)
        {
            var presence = kit.Hand.Presence();
            seenAt = presence is PhonePresence.System ? seenAt ?? kit.Time.GetTimestamp() : null;
            var stable = seenAt is { } since ? kit.Time.GetElapsedTime(since) : TimeSpan.Zero;
            if (stable >= BootJudge.StableUsb)
            {
                return Unread(PhoneMode.System) with { StableFor = stable };
            }

            var elapsed = kit.Time.GetElapsedTime(startedAt);
            if (presence is PhonePresence.Bootloader && elapsed > Leaving)
            {
                return Unread(PhoneMode.Bootloader);
            }

            if (presence is null || (seenAt is null && elapsed >= deadline))
            {
                return Unread(PhoneMode.Unspecified); // on the network there is no USB to be seen on
            }

            await Task.Delay(Pause, kit.Time, cancellationToken);
        }
    }

    private async Task<(BootSight Sight, StepEnd End)> AskAsync(Step step, CancellationToken cancellationToken)
    {
        var ask = new Ask { SentenceCode = AskCodes.SystemRuns, Deadline = step.VerifyBoot.Deadline };
        var end = await gates.AskAsync(new Step { Id = step.Id, Ask = ask }, cancellationToken);
        return (Unread(PhoneMode.Unspecified) with { WasSeenByPerson = end.LetsGoOn }, end);
    }

    private static string SuccessOf(string slot) => $"{FactName.Getvar}.slot-successful:{slot}";

    // Without a word from the phone: what it told before it was written proves nothing about what runs now.
    private static BootSight Unread(PhoneMode mode) => new(mode, PhoneFacts.None);

    // The first boot before a lock is seen unlocked. The lock of what a phone starts with is another one.
    private bool WasLocked => kit.Run.Place.Past.Any(
        past => past is { IsDone: true, Step.Lock: { Method: not Espero.Plan.V1.Lock.Types.Method.Critical } });

    private bool HasDone(Step.VerbOneofCase verb) => kit.Run.Place.Past.Any(past => past.IsDone && past.Step.VerbCase == verb);
}

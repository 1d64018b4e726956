using Espero.Plan.V1;
using Espero.Station.Domain.Flashing.Simulation;
using Espero.Station.Recipes.Failures;
using Espero.Station.Run.Verbs;

namespace Espero.Station.Run;

/// <summary>Finds the phone of an attempt again and brings it back to a mode: where it is, or with one restart.</summary>
internal sealed class WayBack(AttemptKit kit)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly WriteVerbs _writes = new(kit);

    /// <summary>Done when the same phone can be spoken to in this mode.</summary>
    public async Task<StepEnd> ReturnAsync(PhoneMode mode, CancellationToken cancellationToken)
    {
        var end = await FindAsync(wanted: null, cancellationToken);
        if (!end.LetsGoOn || kit.Hand.Mode == mode)
        {
            return end;
        }

        if (mode is PhoneMode.Recovery && FromMemory is { } image)
        {
            return await StartAgainAsync(image, cancellationToken);
        }

        if (VerbModes.Towards(mode) is not { } target)
        {
            return CameBackElsewhere();
        }

        end = await kit.Hand.RebootAsync(target, cancellationToken);
        return end.LetsGoOn ? await FindAsync(mode, cancellationToken) : CameBackElsewhere();
    }

    // A recovery that ran from memory is gone with the restart, and the installed one is another.
    private BootImage? FromMemory => kit.Run.Place.Past
        .LastOrDefault(past => past.IsDone && past.Step.VerbCase is Step.VerbOneofCase.BootImage or Step.VerbOneofCase.Reboot)?.Step.BootImage;

    private async Task<StepEnd> StartAgainAsync(BootImage image, CancellationToken cancellationToken)
    {
        var end = await ReturnAsync(PhoneMode.Bootloader, cancellationToken);
        if (!end.LetsGoOn)
        {
            return end;
        }

        end = kit.Hand.Fastboot is { } session ? await _writes.BootImageAsync(session, image, cancellationToken) : kit.Hand.NotInFastboot();
        return end.LetsGoOn ? await FindAsync(PhoneMode.Recovery, cancellationToken) : end;
    }

    /// <summary>Waits until the same phone can be spoken to: in a mode, or in whichever it is.</summary>
    public async Task<StepEnd> FindAsync(PhoneMode? wanted, CancellationToken cancellationToken)
    {
        if (kit.Hand.Serial.Length == 0)
        {
            return StepEnd.ConversationOver; // a phone without a serial cannot be recognised again
        }

        var startedAt = kit.Time.GetTimestamp();
        while (true)
        {
            var end = await kit.Hand.MeetAgainAsync(cancellationToken);
            if ((end.LetsGoOn && (wanted is null || kit.Hand.Mode == wanted)) || end.Kind is StepEndKind.PhoneChanged or StepEndKind.Cancelled)
            {
                return end;
            }

            if (kit.Time.GetElapsedTime(startedAt) >= kit.Hand.AwayLimit)
            {
                return end.LetsGoOn ? CameBackElsewhere()
                    : end.FailureClass is FailureCode.PhoneNotSeen ? StepEnd.Failed(
                        FailureCode.PhoneUnplugged, $"It did not come back within {kit.Hand.AwayLimit.TotalSeconds:0} s.")
                    : end;
            }

            await Task.Delay(Pause, kit.Time, cancellationToken);
        }
    }

    private StepEnd CameBackElsewhere() =>
        StepEnd.Failed(FailureCode.ModeNotReached, $"The phone came back in mode {kit.Hand.Mode}.");
}

using Espero.VirtualPhone.Bootloader;
using Espero.VirtualPhone.Faults;
using Espero.VirtualPhone.State;

namespace Espero.VirtualPhone.Boots;

/// <summary>From the moment the phone leaves a mode until it is in the next: the waiting, the tries, the fall-backs.</summary>
internal sealed class BootSequence(PhoneParts parts)
{
    private readonly BootCheck _check = new(parts);

    private PhoneState State => parts.Phone.State;

    /// <summary>Whether this boot never ends by itself.</summary>
    public bool Hangs(BootTarget target) => parts.Faults.HangsOnReboot && target != BootTarget.RecoveryMenu;

    /// <summary>The state in which the phone arrives.</summary>
    public async Task<PhoneState> RunAsync(BootTarget target, CancellationToken cancellationToken)
    {
        if (target == BootTarget.RecoveryMenu)
        {
            return State with { Mode = PhoneMode.Recovery };
        }

        parts.Phone.Change(state => state with { Serial = parts.Faults.SerialAfterReboot(state.Serial) });
        var landing = parts.Faults.LandingOf(target);
        while (true)
        {
            await Task.Delay(parts.Options.BootTime, parts.Time, cancellationToken);
            var state = Land(landing);
            if (state.Mode != PhoneMode.Booting)
            {
                return state;
            }

            parts.Phone.Change(_ => state); // a try is spent: the phone starts once more by itself
        }
    }

    private PhoneState Land(BootTarget target) => target switch
    {
        BootTarget.System => StartSystem(),
        BootTarget.Bootloader or BootTarget.Unplugged => State.StartedBootloader(),
        BootTarget.Recovery => State with { Mode = PhoneMode.Recovery, RunsOtherRecovery = State.RecoveryWritten },
        BootTarget.DownloadedImage => State with { Mode = PhoneMode.Recovery, RunsOtherRecovery = true },
        BootTarget.RecoveryMenu => State with { Mode = PhoneMode.Recovery },
        BootTarget.Fastbootd => State with { Mode = PhoneMode.Fastbootd },
        BootTarget.Sideload => State with { Mode = PhoneMode.Sideload, SideloadStartsSystem = false },
        BootTarget.SideloadAutoReboot => State with { Mode = PhoneMode.Sideload, SideloadStartsSystem = true },
        BootTarget.Download => State with { Mode = PhoneMode.Download },
        BootTarget.Edl => State with { Mode = PhoneMode.Edl },
        BootTarget.Off => State with { Mode = PhoneMode.Off },
    };

    private PhoneState StartSystem()
    {
        if (!parts.Phone.Model.ChecksImages)
        {
            return parts.Faults.Has(Misbehaviour.NeverStarts) ? Failed(State) : Started(State.StartedSystem());
        }

        return _check.CanStart(State) ? Started(State.StartedSystem()) : Failed(State);
    }

    private PhoneState Started(PhoneState state) =>
        state.Mode == PhoneMode.System
            ? state.WithSlot(state.CurrentSlot, slot => slot with { System = _check.SystemOf(state), SystemWritten = false }) with
            {
                Snapshot = parts.Faults.Has(Misbehaviour.MergeNeverEnds) ? state.Snapshot : SnapshotStatus.None,
                RollbackIndex = state.Unlocked ? state.RollbackIndex : Math.Max(state.RollbackIndex, _check.RollbackIndexOf(state)),
            }
            : state;

    // AOSP boot control: a slot that does not start costs a try; after the last the other slot starts, if it ever has.
    private PhoneState Failed(PhoneState state)
    {
        var failed = state.WithSlot(state.CurrentSlot, slot => slot.FailedToBoot());
        if (!parts.Phone.Model.HasSlots)
        {
            return failed.StartedBootloader();
        }

        if (!failed.Current.Unbootable)
        {
            return failed with { Mode = PhoneMode.Booting };
        }

        return failed.Slots.FirstOrDefault(slot => slot is { Successful: true, Unbootable: false }) is { } other
            ? failed with { Mode = PhoneMode.Booting, CurrentSlot = other.Name }
            : failed.StartedBootloader();
    }
}

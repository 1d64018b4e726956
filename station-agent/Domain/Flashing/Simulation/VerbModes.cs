using System.Collections.Immutable;
using Espero.Plan.V1;

namespace Espero.Station.Domain.Flashing.Simulation;

/// <summary>In which modes a verb can reach the phone, and which modes a restart can lead to.</summary>
public static class VerbModes
{
    private static readonly ImmutableArray<PhoneMode> Bootloader = [PhoneMode.Bootloader];
    private static readonly ImmutableArray<PhoneMode> Fastbootd = [PhoneMode.Fastbootd];
    private static readonly ImmutableArray<PhoneMode> Fastboot = [PhoneMode.Bootloader, PhoneMode.Fastbootd];
    private static readonly ImmutableArray<PhoneMode> Adb = [PhoneMode.System, PhoneMode.Recovery];

    /// <summary>Empty when the mode does not matter.</summary>
    public static ImmutableArray<PhoneMode> Of(Step step) => step.VerbCase switch
    {
        Step.VerbOneofCase.Unlock or Step.VerbOneofCase.Lock or Step.VerbOneofCase.AvbKey or Step.VerbOneofCase.OemCommand
            or Step.VerbOneofCase.BootImage => Bootloader,
        Step.VerbOneofCase.Flash => [.. Fastboot, PhoneMode.Download],
        Step.VerbOneofCase.Erase or Step.VerbOneofCase.SetSlot or Step.VerbOneofCase.SnapshotCancel => Fastboot,
        Step.VerbOneofCase.Format => [.. Fastboot, PhoneMode.Recovery],
        Step.VerbOneofCase.Logical or Step.VerbOneofCase.Super or Step.VerbOneofCase.EraseProof => Fastbootd,
        Step.VerbOneofCase.Sideload => [PhoneMode.Sideload],
        Step.VerbOneofCase.Push or Step.VerbOneofCase.Shell => Adb,
        Step.VerbOneofCase.Reboot => Before(step.Reboot.Target),
        _ => [],
    };

    /// <summary>Where the phone is after the restart.</summary>
    public static PhoneMode After(RebootTarget target) => target switch
    {
        RebootTarget.Bootloader => PhoneMode.Bootloader,
        RebootTarget.Fastbootd => PhoneMode.Fastbootd,
        RebootTarget.Recovery => PhoneMode.Recovery,
        RebootTarget.Sideload => PhoneMode.Sideload,
        RebootTarget.Download => PhoneMode.Download,
        RebootTarget.Edl => PhoneMode.Edl,
        RebootTarget.System or RebootTarget.Continue => PhoneMode.System,
        RebootTarget.Unspecified => PhoneMode.Unspecified,
    };

    /// <summary>The restart that leads to a mode; null where none does.</summary>
    public static RebootTarget? Towards(PhoneMode mode) => mode switch
    {
        PhoneMode.System => RebootTarget.System,
        PhoneMode.Bootloader => RebootTarget.Bootloader,
        PhoneMode.Fastbootd => RebootTarget.Fastbootd,
        PhoneMode.Recovery => RebootTarget.Recovery,
        PhoneMode.Sideload => RebootTarget.Sideload,
        PhoneMode.Download => RebootTarget.Download,
        PhoneMode.Edl or PhoneMode.Unspecified => null,
    };

    // Fastboot has no word for sideload and download mode; adb has one for each.
    private static ImmutableArray<PhoneMode> Before(RebootTarget target) => target switch
    {
        RebootTarget.Sideload or RebootTarget.Download => [.. Adb, PhoneMode.Sideload],
        RebootTarget.Continue => Bootloader,
        RebootTarget.System => [.. Fastboot, .. Adb, PhoneMode.Sideload, PhoneMode.Download],
        _ => [.. Fastboot, .. Adb, PhoneMode.Sideload],
    };
}

using System.Collections.Immutable;
using Espero.VirtualPhone.Models;
using Espero.VirtualPhone.State;

namespace Espero.Station.Host.Tests.Verbs;

/// <summary>Every target of a restart.</summary>
internal static class MoveTrials
{
    private const string Recovery = "- reboot: recovery\n- await-mode: { mode: recovery, within: 60s }\n";
    private const string System = "- reboot: system\n- await-mode: { mode: system, within: 60s }\n";

    public static ImmutableArray<VerbTrial> All { get; } =
    [
        new("reboot", "into the system", "- reboot: system") { Becomes = StartedSystem },
        new("reboot", "into the system", "- reboot: system") { Model = VirtualB.Model, Becomes = StartedSystem },
        new("reboot", "as continue", "- reboot: continue") { Becomes = StartedSystem },
        new("reboot", "as continue", "- reboot: continue") { Model = VirtualB.Model, Becomes = StartedSystem },
        new("reboot", "into the bootloader", "- reboot: bootloader") { Becomes = StartedBootloader },
        new("reboot", "into the bootloader", "- reboot: bootloader") { Model = VirtualB.Model, Becomes = StartedBootloader },
        new("reboot", "into fastbootd", "- reboot: fastbootd") { Becomes = Reached(PhoneMode.Fastbootd) },
        new("reboot", "into the recovery", "- reboot: recovery") { Becomes = Reached(PhoneMode.Recovery) },
        new("reboot", "into sideload", $"{Recovery}- reboot: sideload") { OverAdb = true, Becomes = Reached(PhoneMode.Sideload) },
        new("reboot", "into download mode", $"{System}- reboot: download") { OverAdb = true, Becomes = Reached(PhoneMode.Download) },
        new("reboot", "into emergency download", $"{System}- reboot: edl") { OverAdb = true, Becomes = Reached(PhoneMode.Edl) },
    ];

    private static bool StartedSystem(PhoneState before, PhoneState now) =>
        now.Mode == PhoneMode.System && now.SystemStarts == before.SystemStarts + 1;

    private static bool StartedBootloader(PhoneState before, PhoneState now) =>
        now.Mode == PhoneMode.Bootloader && now.BootloaderStarts == before.BootloaderStarts + 1;

    private static Func<PhoneState, PhoneState, bool> Reached(PhoneMode mode) => (_, now) => now.Mode == mode;
}

using System.Collections.Immutable;
using Espero.VirtualPhone.Models;
using Espero.VirtualPhone.State;

namespace Espero.Station.Host.Tests.Verbs;

/// <summary>What must hold, be done, or be seen; what stands behind a gate is done.</summary>
internal static class GateTrials
{
    public static ImmutableArray<VerbTrial> All { get; } =
    [
        new("assert", "that holds", "- assert: { getvar.unlocked: \"yes\" }\n- erase: userdata") { Becomes = IsWiped },
        new("assert", "that holds", "- assert: { getvar.unlocked: \"yes\" }\n- erase: userdata")
        {
            Model = VirtualB.Model,
            Becomes = IsWiped,
        },
        new("ask", "and a person says that it is done", "- ask: confirm-model\n- erase: userdata") { Person = _ => { }, Becomes = IsWiped },
        new("ask", "and the phone shows that it is done",
            "- ask: { sentence: into-bootloader, mode: bootloader, within: 60s }\n- erase: userdata")
        {
            Becomes = IsWiped,
        },
        new("await-mode", "after a restart", "- reboot: bootloader\n- await-mode: { mode: bootloader, within: 60s }\n- erase: userdata")
        {
            Becomes = (before, now) => IsWiped(before, now) && now.BootloaderStarts == before.BootloaderStarts + 1,
        },
        new("await-mode", "after a person's keys", $"{Keys.IntoRecovery}")
        {
            Model = VirtualB.Model,
            OverAdb = true,
            Person = Keys.Hold,
            Becomes = (_, now) => now.Mode == PhoneMode.Recovery,
        },
    ];

    private static bool IsWiped(PhoneState before, PhoneState now) => now.Wipes == before.Wipes + 1;
}

using System.Collections.Immutable;
using System.Text;
using Espero.Station.Host.Tests.Workbench;
using Espero.VirtualPhone.Models;
using Espero.VirtualPhone.State;

namespace Espero.Station.Host.Tests.Verbs;

/// <summary>Opens, closes, and says whose key is trusted.</summary>
internal static class LockTrials
{
    private const string Code = "VIRTUAL-4711";

    private const string Signed =
        """
        - fetch: [boot.img, vbmeta.img, key.bin]
        - unlock: critical
        - flash: { partition: boot, file: boot.img, slot: a }
        - flash: { partition: vbmeta, file: vbmeta.img, slot: a }
        - avb-key: key.bin
        - reboot: system
        - verify-boot: { proof: read-back, within: 60s, tests: { getprop.ro.product.device: virtual-c } }
        - reboot: bootloader
        - await-mode: { mode: bootloader, within: 60s }

        """;

    private const string Between =
        """
        - unlock: flashing
        - reboot: system
        - await-mode: { mode: system, within: 60s }
        - reboot: bootloader
        - await-mode: { mode: bootloader, within: 60s }
        - erase: metadata
        """;

    private static readonly PhoneModel WithCode = VirtualC.Model with { UnlockCode = Code };

    public static ImmutableArray<VerbTrial> All { get; } =
    [
        new("unlock", "by flashing", "- unlock: flashing") { IsLocked = true, Becomes = IsOpen },
        new("unlock", "by flashing", "- unlock: flashing") { Model = VirtualB.Model, IsLocked = true, Becomes = IsOpen },
        new("unlock", "by oem", "- unlock: oem") { IsLocked = true, Becomes = IsOpen },
        new("unlock", "and written after another mode was in between", Between) { IsLocked = true, OverAdb = true, Becomes = IsOpen },
        new("unlock", "critical", "- unlock: critical") { Becomes = (_, now) => now.CriticalUnlocked },
        new("unlock", "by the maker's code", "- fetch: code.txt\n- unlock: { method: code, token-file: code.txt }")
        {
            Model = WithCode,
            IsLocked = true,
            Before = rig => rig.Write("code.txt", Encoding.ASCII.GetBytes($"{Code}\n")),
            Becomes = IsOpen,
            After = rig => Assert.DoesNotContain(Code, rig.Log, StringComparison.Ordinal),
        },
        new("unlock", "by the maker's file", "- fetch: unlock.bin\n- unlock: { method: token-file, token-file: unlock.bin }")
        {
            Model = WithCode,
            IsLocked = true,
            Before = rig => rig.Write("unlock.bin", Encoding.ASCII.GetBytes(Code)),
            Becomes = IsOpen,
        },
        new("lock", "with every proof", $"{Signed}- lock")
        {
            OverAdb = true,
            Before = SignedImages.Bring,
            Becomes = (_, now) => now is { Unlocked: false, CriticalUnlocked: true },
        },
        new("lock", "critical", $"{Signed}- lock: critical")
        {
            OverAdb = true,
            Before = SignedImages.Bring,
            Becomes = (_, now) => now is { Unlocked: true, CriticalUnlocked: false },
        },
        new("avb-key", "given", "- fetch: key.bin\n- avb-key: key.bin")
        {
            Before = BringKey,
            After = rig => Assert.Equal(rig.Image[..1032], rig.Beginning("avb_custom_key", 1032)),
        },
        new("avb-key", "taken away", "- fetch: key.bin\n- avb-key: key.bin\n- avb-key: { clear: true }")
        {
            Before = BringKey,
            After = rig => Assert.Equal(new byte[1032], rig.Beginning("avb_custom_key", 1032)),
        },
        new("oem-command", "of the list", "- oem-command: off-mode-charge 0") { Becomes = (_, now) => now.StartsWhenPlugged },
    ];

    private static bool IsOpen(PhoneState before, PhoneState now) => now.Unlocked && now.Wipes == before.Wipes + 1;

    private static void BringKey(FlashRig rig) => rig.Write("key.bin", rig.Image[..1032]);
}

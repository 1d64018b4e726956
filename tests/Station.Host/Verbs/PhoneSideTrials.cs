using System.Collections.Immutable;
using Espero.Testing.Images;
using Espero.VirtualPhone.Models;
using Espero.VirtualPhone.State;

namespace Espero.Station.Host.Tests.Verbs;

/// <summary>What goes through adb: with the bootloader's word into the recovery, or with a person's keys on the older phone.</summary>
internal static class PhoneSideTrials
{
    private const string Recovery = "- reboot: recovery\n- await-mode: { mode: recovery, within: 60s }";
    private const string Push = "- push: { file: boot.img, to: /sdcard/boot.img }";
    private const string Wipe = "- shell: twrp wipe data";

    private const string Sideload =
        """
        - reboot: sideload
        - await-mode: { mode: sideload, within: 60s }
        - sideload: package.zip
        - await-mode: { mode: recovery, within: 60s }
        """;

    public static ImmutableArray<VerbTrial> All { get; } =
    [
        .. OnBoth("sideload", "of a whole package", "- fetch: package.zip\n", Sideload, trial => trial with
        {
            Before = rig => rig.Write("package.zip", TrialPackage.Make(device: trial.Model.Name, fillerBytes: 0)),
            Becomes = (_, now) => now.Slots.Any(slot => slot.System?.Fingerprint == TrialPackage.Fingerprint),
        }),
        .. OnBoth("push", "of a file", "- fetch: boot.img\n", Push, trial => trial with
        {
            After = rig => Assert.Equal(rig.Image, rig.Pushed("/sdcard/boot.img")),
        }),
        .. OnBoth("shell", "that wipes", "", Wipe, trial => trial with { Becomes = IsWiped }),
    ];

    private static IEnumerable<VerbTrial> OnBoth(string verb, string about, string before, string steps, Func<VerbTrial, VerbTrial> seen) =>
    [
        seen(new(verb, about, $"{before}{Recovery}\n{steps}") { OverAdb = true }),
        seen(new(verb, about, $"{before}{Keys.IntoRecovery}\n{steps}") { OverAdb = true, Model = VirtualB.Model, Person = Keys.Hold }),
    ];

    private static bool IsWiped(PhoneState before, PhoneState now) => now.Wipes == before.Wipes + 1;
}

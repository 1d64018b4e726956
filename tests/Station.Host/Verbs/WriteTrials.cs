using System.Collections.Immutable;
using Espero.Station.Host.Tests.Workbench;
using Espero.VirtualPhone.Models;
using Espero.VirtualPhone.State;

namespace Espero.Station.Host.Tests.Verbs;

/// <summary>Writes, empties, and starts from memory.</summary>
internal static class WriteTrials
{
    private const string Fetch = "- fetch: boot.img\n";

    // Some phones are delivered so: two copies by their names, and no slots.
    private static readonly PhoneModel WithLetters = VirtualB.Model with
    {
        Partitions = [.. VirtualB.Model.Partitions, new("xbl_a", 16 << 20, "raw"), new("xbl_b", 16 << 20, "raw")],
    };

    public static ImmutableArray<VerbTrial> All { get; } =
    [
        new("flash", "to the current slot", $"{Fetch}- flash: {{ partition: boot, file: boot.img }}")
        {
            After = Holds("boot_a", not: "boot_b"),
        },
        new("flash", "to the other slot", $"{Fetch}- flash: {{ partition: boot, file: boot.img, slot: other }}")
        {
            After = Holds("boot_b", not: "boot_a"),
        },
        new("flash", "to both slots", $"{Fetch}- flash: {{ partition: boot, file: boot.img, slot: both }}")
        {
            After = rig =>
            {
                Assert.Equal(rig.Image, rig.Written("boot_a"));
                Assert.Equal(rig.Image, rig.Written("boot_b"));
            },
        },
        new("flash", "without slots", $"{Fetch}- flash: {{ partition: recovery, file: boot.img }}")
        {
            Model = VirtualB.Model,
            After = Holds("recovery", not: "boot"),
        },
        new("flash", "of a name that ends in a letter and is no slot", $"{Fetch}- flash: {{ partition: xbl, file: boot.img, slot: b }}")
        {
            Model = WithLetters,
            After = Holds("xbl_b", not: "xbl_a"),
        },
        new("flash", "of a bootloader that hears short commands only",
            $"{Fetch}- flash: {{ partition: boot, file: boot.img }}\n- erase: userdata")
        {
            Model = VirtualD.Model,
            Becomes = IsWiped,
            After = Holds("boot", not: "recovery"),
        },
        new("erase", "of the user's data", "- erase: userdata") { Becomes = IsWiped },
        new("erase", "of the user's data", "- erase: userdata") { Model = VirtualB.Model, Becomes = IsWiped },
        new("erase", "of one slot",
            $"{Fetch}- flash: {{ partition: dtbo, file: boot.img, slot: both }}\n- erase: {{ partition: dtbo, slot: b }}")
        {
            After = Holds("dtbo_a", not: "dtbo_b"),
        },
        new("format", "of the user's data", "- format: userdata") { Becomes = IsWiped },
        new("format", "of the user's data", "- format: { partition: userdata, file-system: ext4 }")
        {
            Model = VirtualB.Model,
            Becomes = IsWiped,
        },
        Starting(VirtualC.Model, "- boot-image: recovery.img"),
        Starting(VirtualB.Model, "- boot-image: recovery.img"),
        Starting(VirtualC.Model, "- boot-image: { file: recovery.img, stage: boot.img }") with
        {
            About = "after another file",
            After = rig => Assert.Equal([$"download:{rig.Image.Length:x8}", "download:00002008", "boot"], Sent(rig)),
        },
    ];

    private static VerbTrial Starting(PhoneModel model, string step) =>
        new("boot-image", "from memory", $"- fetch: [recovery.img, boot.img]\n{step}")
        {
            Model = model,
            Before = rig => rig.Write("recovery.img", SignedImages.Boot(seed: 3)),
            Becomes = (_, now) => now.Mode == PhoneMode.Recovery,
        };

    private static string[] Sent(FlashRig rig) =>
        [.. rig.Heard.Where(command => command == "boot" || command.StartsWith("download:", StringComparison.Ordinal))];

    private static bool IsWiped(PhoneState before, PhoneState now) => now.Wipes == before.Wipes + 1 && !now.HoldsOwnersData;

    private static Action<FlashRig> Holds(string partition, string not) => rig =>
    {
        Assert.Equal(rig.Image, rig.Written(partition));
        Assert.Equal(new byte[rig.Image.Length], rig.Written(not));
    };
}

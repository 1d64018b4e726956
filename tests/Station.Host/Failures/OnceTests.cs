using System.Collections.Immutable;
using System.Text;
using Espero.Station.CommandLine;
using Espero.Station.Host.Tests.Workbench;
using Espero.Station.Protocols.Fastboot;
using Espero.Station.Recipes.Failures;
using Espero.VirtualPhone.Faults;
using Espero.VirtualPhone.Models;
using Espero.VirtualPhone.State;

namespace Espero.Station.Host.Tests.Failures;

/// <summary>What must not happen twice is sent once, whatever became of the answer; an unlock is looked for before it is sent again.</summary>
public sealed class OnceTests
{
    private const string Code = "VIRTUAL-4711";

    private const string Head =
        """
        recipe: trial
        model: espero/virtual-c
        identity:
          - getvar.product: virtual-c
          - partition.userdata: "17179869184"
        proof: none
        steps:

        """;

    private const string Signed =
        """
          - fetch: [boot.img, vbmeta.img, key.bin]
          - flash: { partition: boot, file: boot.img, slot: a }
          - flash: { partition: vbmeta, file: vbmeta.img, slot: a }
          - avb-key: key.bin
          - reboot: system
          - verify-boot: { proof: read-back, within: 20s, tests: { getprop.ro.product.device: virtual-c } }
          - reboot: bootloader
          - await-mode: { mode: bootloader, within: 20s }
          - lock
        """;

    private static readonly FastbootOptions Impatient = new()
    {
        Question = TimeSpan.FromSeconds(2),
        Confirmation = TimeSpan.FromSeconds(1),
        Away = TimeSpan.FromSeconds(10),
    };

    [Theory]
    [InlineData("flashing lock", Signed)]
    [InlineData("oem off-mode-charge", "  - oem-command: off-mode-charge 0")]
    public async Task A_lock_and_a_makers_command_are_sent_once(string command, string steps)
    {
        await using var rig = Start(command, isLocked: false, VirtualC.Model);
        SignedImages.Bring(rig);

        await RunAsync(rig, steps);

        Assert.Equal([FailureCode.CableLost], rig.FailureClasses);
        Assert.Single(rig.Heard, sent => sent.StartsWith(command, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_makers_code_is_sent_once()
    {
        await using var rig = Start("oem unlock", isLocked: true, VirtualC.Model with { UnlockCode = Code });
        rig.Write("code.txt", Encoding.ASCII.GetBytes(Code));

        await RunAsync(rig, "  - fetch: code.txt\n  - unlock: { method: code, token-file: code.txt }");

        Assert.Equal([FailureCode.CableLost], rig.FailureClasses);
        Assert.Single(rig.Heard, sent => sent.StartsWith("oem unlock", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unlock_whose_answer_was_lost_is_seen_and_not_sent_again()
    {
        await using var rig = Start("flashing unlock", isLocked: true, VirtualC.Model);

        var exit = await RunAsync(rig, "  - unlock: flashing");

        Assert.True(exit == ExitCode.Ok, rig.Output + rig.Talk);
        Assert.Single(rig.Heard, sent => sent == "flashing unlock");
        Assert.Equal((true, 1), (rig.Phone.State.Unlocked, rig.Phone.State.Wipes));
    }

    [Theory]
    [InlineData("set_active", 1)]
    [InlineData("getvar:all", 3)]
    public async Task The_other_slot_is_chosen_once_though_the_answer_was_lost(string lostAnswer, int number)
    {
        await using var rig = Start(
            [new CommandFault(new NthAfter("", lostAnswer, number), new LostAnswerEffect())], isLocked: false, VirtualC.Model);

        var exit = await RunAsync(rig, "  - fetch: boot.img\n  - flash: { partition: boot, file: boot.img, slot: other }\n  - set-slot: other");

        Assert.True(exit == ExitCode.Ok, rig.Output + rig.Talk + string.Join('\n', rig.Heard));
        Assert.Equal("b", rig.Phone.State.CurrentSlot);
        Assert.Contains("trying again", rig.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fallback_of_an_unlock_asks_its_person_instead_of_the_retry()
    {
        await using var rig = Start([new CommandFault(new OnCommand("flashing unlock"), new FailEffect("unknown command"))], isLocked: true, VirtualC.Model);

        var exit = await RunAsync(rig, "  - unlock: flashing\n    fallback:\n      - ask: confirm-model", typed: "\n");

        Assert.True(exit == ExitCode.Ok, rig.Output + rig.Talk);
        Assert.Contains("step ask-confirm-model ended: Done", rig.Log, StringComparison.Ordinal);
        Assert.Single(rig.Heard, sent => sent == "flashing unlock");
    }

    private static Task<int> RunAsync(FlashRig rig, string steps, string? typed = null) =>
        rig.RunAsync(Head + steps, order => order with { YesErase = true }, typed: typed, fastboot: Impatient);

    private static FlashRig Start(string lostAnswer, bool isLocked, PhoneModel model) =>
        Start([new CommandFault(new NthAfter("", lostAnswer, 1), new LostAnswerEffect())], isLocked, model);

    private static FlashRig Start(ImmutableArray<Fault> faults, bool isLocked, PhoneModel model) => FlashRig.Start(options => options with
    {
        Model = model,
        Locked = isLocked,
        ListenAdb = new(System.Net.IPAddress.Loopback, 0),
        AdbStaysOn = true,
        StartMode = PhoneMode.Bootloader,
        Faults = faults,
    });
}

using System.Collections.Concurrent;
using System.Collections.Immutable;
using Espero.Station.CommandLine;
using Espero.Station.Host.Tests.Workbench;
using Espero.Station.Protocols.Fastboot;
using Espero.Station.Recipes.Failures;
using Espero.VirtualPhone.Faults;
using Espero.VirtualPhone.Models;
using Espero.VirtualPhone.State;

namespace Espero.Station.Host.Tests.Failures;

/// <summary>What failed is done again as its class allows, whichever verb it was.</summary>
public sealed class RetryByClassTests
{
    private const string Head =
        """
        recipe: trial
        model: espero/virtual-c
        identity:
          - getvar.product: virtual-c
          - partition.userdata: "17179869184"
        proof: none

        """;

    private const string Unlock = Head + "steps:\n  - unlock: flashing\n";

    private static readonly FastbootOptions Impatient = new()
    {
        Question = TimeSpan.FromSeconds(2),
        Confirmation = TimeSpan.FromSeconds(1),
        Away = TimeSpan.FromSeconds(2),
    };

    private readonly ConcurrentQueue<string> _commands = [];

    [Fact]
    public async Task A_package_that_was_cut_once_is_handed_over_again_from_the_recovery()
    {
        await using var rig = FailuresOverAdbTests.Start([new SideloadCutFault(Times: 1)]);

        var exit = await rig.RunAsync(FailuresOverAdbTests.BySideload, order => order with { YesErase = true });

        Assert.True(exit == ExitCode.Ok, rig.Output + rig.Talk);
    }

    [Fact]
    public async Task An_unlock_that_nobody_confirmed_is_asked_for_and_sent_again()
    {
        await using var rig = Start([new ConditionFault { Unlocked = false }, new LateConsentFault(AtQuestion: 2)]);

        var exit = await rig.RunAsync(Unlock, order => order with { YesErase = true }, typed: "\n", language: "fr_FR.UTF-8", fastboot: Impatient);

        Assert.True(exit == ExitCode.Ok, rig.Output + rig.Talk);
        Assert.True(rig.Phone.State.Unlocked);
        Assert.Contains("Personne n'a confirmé la question à l'écran du téléphone.", rig.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_can_be_asked_the_failure_is_reported_as_it_is()
    {
        await using var rig = Start([new ConditionFault { Unlocked = false }, new LateConsentFault(AtQuestion: 2)]);

        await rig.RunAsync(Unlock, order => order with { YesErase = true }, fastboot: Impatient);

        Assert.Equal([FailureCode.PromptNotConfirmed], rig.FailureClasses);
        Assert.Equal(1, Times("flashing unlock"));
    }

    [Fact]
    public async Task A_slot_whose_answer_was_lost_is_set_again_and_twice_more_at_most()
    {
        await using var rig = Start([new CommandFault(new OnCommand("set_active"), new DropEffect(Unplugs: false))]);

        await rig.RunAsync(Head + "steps:\n  - set-slot: b\n", order => order with { YesErase = true }, fastboot: Impatient);

        Assert.Equal([FailureCode.CableLost], rig.FailureClasses);
        Assert.Equal(3, Times("set_active"));
    }

    [Theory]
    [InlineData("error 0x17 in stage 4", FailureCode.PhoneRefused)]
    [InlineData("Partition doesn't exist", FailureCode.PartitionMissing)]
    [InlineData("Image size exceeds partition size", FailureCode.ImageTooBig)]
    public async Task What_would_fail_again_is_never_tried_again(string said, string code)
    {
        await using var rig = Start([new CommandFault(new OnCommand("flash:"), new FailEffect(said))]);

        await rig.RunAsync(
            Head + "steps:\n  - fetch: boot.img\n  - flash: { partition: boot, file: boot.img, slot: a }\n",
            order => order with { YesErase = true },
            typed: "\n",
            fastboot: Impatient);

        Assert.Equal([code], rig.FailureClasses);
        Assert.Equal(1, Times("flash:"));
    }

    private FlashRig Start(ImmutableArray<Fault> faults) => FlashRig.Start(options => options with
    {
        Model = VirtualC.Model,
        StartMode = PhoneMode.Bootloader,
        Faults = faults,
        OnCommand = _commands.Enqueue,
    });

    private int Times(string command) => _commands.Count(sent => sent.StartsWith(command, StringComparison.Ordinal));
}

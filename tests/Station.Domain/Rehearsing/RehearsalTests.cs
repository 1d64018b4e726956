using Espero.Station.Domain.Rehearsing;
using Espero.Station.Recipes.Builds;
using Espero.Station.Recipes.Compiling;
using Espero.Station.Recipes.Models;

namespace Espero.Station.Domain.Tests.Rehearsing;

public sealed class RehearsalTests
{
    private const string Head = """
        recipe: one
        model: espero/one
        identity:
          - getprop.ro.product.device: one
          - getprop.ro.board.platform: msm8953
        proof: none
        requires: { getprop.ro.build.version.release: { at-least: "12" } }
        steps:
          - fetch: [boot.img]
          - reboot: bootloader
          - await-mode: { mode: bootloader, within: 60s }

        """;

    private static readonly Origin Other = new("other", "one.yml");

    [Fact]
    public void A_recipe_with_every_check_refuses_every_mutant()
    {
        var rehearsal = Rehearse(Head + "  - flash: { partition: boot, file: boot.img }\n");

        Assert.True(rehearsal.GoesThrough);
        Assert.Equal(
            [Mutation.OtherProduct, Mutation.OtherChip, Mutation.PartitionMissing, Mutation.PartitionTooSmall, Mutation.Locked, Mutation.BatteryLow, Mutation.OlderFirmware],
            rehearsal.Mutants.Select(mutant => mutant.Mutation));
        Assert.All(rehearsal.Mutants, mutant => Assert.True(mutant.IsRefused, mutant.Mutation.ToString()));
    }

    [Fact]
    public void A_recipe_that_does_not_ask_for_the_chip_does_not_notice_another_one()
    {
        var rehearsal = Rehearse(Head.Replace("getprop.ro.board.platform: msm8953", "person.model: One", StringComparison.Ordinal)
            + "  - flash: { partition: boot, file: boot.img }\n");

        Assert.Equal([Mutation.OtherChip], rehearsal.Mutants.Where(mutant => !mutant.IsRefused).Select(mutant => mutant.Mutation));
    }

    [Fact]
    public void A_recipe_that_counts_on_eyes_refuses_another_name_on_the_phones_back()
    {
        var rehearsal = Rehearse(Head.Replace("getprop.ro.board.platform: msm8953", "person.model: One", StringComparison.Ordinal)
            + "  - flash: { partition: boot, file: boot.img }\n");

        Assert.Contains((Mutation.OtherPrint, true), rehearsal.Mutants);
    }

    [Fact]
    public void A_phone_that_will_not_be_unlocked_is_refused_by_a_recipe_that_unlocks()
    {
        var rehearsal = Rehearse(Head + "  - unlock: flashing\n  - await-mode: { mode: bootloader, within: 60s }\n  - flash: { partition: boot, file: boot.img }\n");

        Assert.Contains((Mutation.Locked, true), rehearsal.Mutants);
    }

    [Fact]
    public void A_recipe_that_its_own_twin_refuses_has_no_mutants()
    {
        var rehearsal = Rehearse(Head + "  - reboot: system\n  - flash: { partition: boot, file: boot.img }\n");

        Assert.False(rehearsal.GoesThrough);
        Assert.Empty(rehearsal.Mutants);
    }

    [Fact]
    public void A_recipe_whose_model_nobody_else_can_tell_has_no_twin() =>
        Assert.False(Rehearse(Head + "  - flash: { partition: boot, file: boot.img }\n", chips: false).HasTwin);

    [Fact]
    public void A_report_counts_who_was_refused_and_names_who_was_not()
    {
        var report = RehearsalReport.Of(
        [
            Rehearse(Head + "  - flash: { partition: boot, file: boot.img }\n"),
            Rehearse(Head + "  - flash: { partition: boot, file: boot.img }\n", chips: false),
        ]);

        Assert.Equal((2, 1, 1, 1.0), (report.Recipes, report.WithTwin, report.GoThrough, report.RefusedShare));
        Assert.Empty(report.Survivors);
    }

    private static Rehearsal Rehearse(string recipe, bool chips = true)
    {
        var origins = new OriginList("One", ["espero/one"], [new OriginFile("boot.img", FileWay.Download)]);
        var model = new ModelFacts
        {
            Vendor = "espero",
            Codename = "one",
            Names = [new("One", Other)],
            Origins = [Other],
            Chips = chips ? [new(ChipName.Read("Qualcomm MSM8953")!, Other)] : [],
        };
        var check = RecipeCompiler.Check(recipe, "one.yaml", origins);
        Assert.True(check.IsGood, string.Join('\n', check.Errors.Select(error => error.In("en"))));
        return Rehearsal.Of(check.Value.Rehearsal, model);
    }
}

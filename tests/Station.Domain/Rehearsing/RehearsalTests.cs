using Espero.Station.Domain.Phones;
using Espero.Station.Domain.Rehearsing;
using Espero.Station.Recipes.Builds;
using Espero.Station.Recipes.Compiling;
using Espero.Station.Recipes.Failures;
using Espero.Station.Recipes.Models;

namespace Espero.Station.Domain.Tests.Rehearsing;

public sealed class RehearsalTests
{
    private const string Own = "own";
    private const string Flash = "  - flash: { partition: boot, file: boot.img }\n";

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

    private static readonly Origin OwnFile = new(Own, "one.yml");
    private static readonly Origin OtherFile = new("other", "one.yml");

    [Fact]
    public void A_recipe_with_every_check_refuses_every_mutant()
    {
        var rehearsal = Rehearse(Head + Flash, Model());

        Assert.True(rehearsal.GoesThrough);
        Assert.Equal(
            [Mutation.OtherProduct, Mutation.OtherChip, Mutation.PartitionMissing, Mutation.PartitionTooSmall, Mutation.Locked, Mutation.BatteryLow, Mutation.OlderFirmware],
            rehearsal.Mutants.Select(mutant => mutant.Mutation));
        Assert.All(rehearsal.Mutants, mutant => Assert.Equal((mutant.Mutation, Ending.Refused), mutant));
    }

    [Fact]
    public void A_recipe_that_does_not_ask_for_the_chip_does_not_notice_another_one()
    {
        var rehearsal = Rehearse(WithEyes(Head) + Flash, Model());

        Assert.Equal((Mutation.OtherChip, Ending.NotAsked), Assert.Single(Survivors(rehearsal)));
    }

    [Fact]
    public void A_recipe_that_counts_on_eyes_refuses_the_sisters_name_on_the_phones_back() =>
        Assert.Contains((Mutation.OtherPrint, Ending.Refused), Rehearse(WithEyes(Head) + Flash, Model()).Mutants);

    [Fact]
    public void A_recipe_that_unlocks_and_then_writes_in_fastbootd_misses_a_partition_before_it_unlocks()
    {
        const string IntoFastbootd = "  - reboot: fastbootd\n  - await-mode: { mode: fastbootd, within: 60s }\n";
        var rehearsal = Rehearse(
            Head + "  - unlock: flashing\n  - await-mode: { mode: bootloader, within: 60s }\n" + IntoFastbootd + Flash, Model());

        Assert.Contains((Mutation.PartitionMissing, Ending.Refused), rehearsal.Mutants);
    }

    [Fact]
    public void A_phone_that_will_not_be_unlocked_is_refused_by_a_recipe_that_unlocks()
    {
        var rehearsal = Rehearse(Head + "  - unlock: flashing\n  - await-mode: { mode: bootloader, within: 60s }\n" + Flash, Model());

        Assert.Contains((Mutation.Locked, Ending.Refused), rehearsal.Mutants);
    }

    [Fact]
    public void A_phone_that_keeps_its_download_mode_closed_is_refused_while_its_system_can_still_say_so() => Assert.Contains(
        (Mutation.Locked, Ending.Refused),
        Rehearse(Head.Replace("bootloader", "download", StringComparison.Ordinal) + Flash, Model()).Mutants);

    [Fact]
    public void A_recovery_that_the_recipe_brings_is_taken_to_be_the_one_it_asks_for() => Assert.True(Rehearse(
        Head + Flash + """
              - reboot: recovery
              - await-mode: { mode: recovery, within: 60s }
              - assert: { getprop.ro.free.recovery: { present: true } }

            """,
        Model()).GoesThrough);

    [Fact]
    public void A_recipe_that_its_own_twin_refuses_has_no_mutants()
    {
        var rehearsal = Rehearse(Head + "  - reboot: system\n" + Flash, Model());

        Assert.False(rehearsal.GoesThrough);
        Assert.Empty(rehearsal.Mutants);
    }

    [Fact]
    public void A_question_that_a_running_system_cannot_answer_is_found()
    {
        var rehearsal = Rehearse(
            Head.Replace("  - fetch: [boot.img]", "  - fetch: [boot.img]\n    condition: { getvar.unlocked: \"yes\" }", StringComparison.Ordinal) + Flash,
            Model());

        Assert.Contains(rehearsal.Refusals, refusal => refusal.FailureCode == FailureCode.PhoneNotIdentified);
    }

    [Fact]
    public void What_was_read_before_an_unlock_does_not_count_after_it() => Assert.True(Rehearse(
        Head + """
              - unlock: flashing
              - reboot: system
              - await-mode: { mode: system, within: 60s }
              - reboot: bootloader
              - await-mode: { mode: bootloader, within: 60s }

            """ + Flash,
        Model()).GoesThrough);

    [Theory]
    [InlineData("  - logical: { partition: system, action: resize, size: 1GiB }\n")]
    [InlineData("  - logical: { partition: product, action: delete }\n  - logical: { partition: system, action: resize, size: 1GiB }\n")]
    [InlineData("  - flash: { partition: system, file: boot.img }\n  - logical: { partition: product, action: create, size: 1GiB }\n")]
    public void What_fastbootd_alone_knows_is_asked_before_the_first_write(string steps)
    {
        var rehearsal = Rehearse(
            Head + "  - flash: { partition: vbmeta, file: boot.img }\n  - reboot: fastbootd\n  - await-mode: { mode: fastbootd, within: 60s }\n"
            + steps,
            Model());

        Assert.True(rehearsal.GoesThrough);
        Assert.Contains((Mutation.SuperOfAnotherSystem, Ending.Refused), rehearsal.Mutants);
    }

    [Fact]
    public void A_twin_is_confirmed_where_another_set_says_the_same_without_the_recipes_own() =>
        Assert.Equal(Confirmation.Whole, Rehearse(Head + Flash, Model(own: Said("one", "MSM8953"), other: Said("one", "MSM8953"))).Confirmation);

    [Fact]
    public void What_the_recipe_has_from_another_set_is_not_confirmed_by_that_set() =>
        Assert.Equal(Confirmation.InPart, Rehearse(Head + Flash, Model(own: Said("one", chip: null), other: Said("one", "MSM8953"))).Confirmation);

    [Fact]
    public void A_twin_of_a_model_that_nobody_else_knows_only_repeats_its_recipe()
    {
        var rehearsal = Rehearse(Head + Flash, Model(own: Said("one", "MSM8953"), other: null));

        Assert.Equal(Confirmation.None, rehearsal.Confirmation);
        Assert.True(rehearsal.GoesThrough);
    }

    [Fact]
    public void A_recipe_is_refused_where_another_set_calls_the_model_otherwise()
    {
        var rehearsal = Rehearse(Head + Flash, Model(own: Said("one", "MSM8953"), other: Said("uno", "MSM8953")));

        Assert.Contains(rehearsal.Refusals, refusal => refusal.FailureCode == FailureCode.WrongPhone);
    }

    [Fact]
    public void A_recorded_phone_confirms_what_it_says_itself_though_nobody_else_knows_the_model()
    {
        var rehearsal = Rehearse(Head + Flash, Model(own: Said("one", "MSM8953"), other: null), Recorded());

        Assert.Equal((true, Confirmation.Whole), (rehearsal.GoesThrough, rehearsal.Confirmation));
        Assert.Contains((Mutation.PartitionTooSmall, Ending.Refused), rehearsal.Mutants);
    }

    [Fact]
    public void A_phone_that_was_recorded_open_and_empty_is_dry_run_as_its_recipe_needs_it()
    {
        var rehearsal = Rehearse(
            Head + "  - unlock: flashing\n  - await-mode: { mode: bootloader, within: 60s }\n" + Flash,
            Model(),
            Recorded(("getvar.unlocked", "yes"), ("getprop.sys.oem_unlock_allowed", "0"), ("battery.level", "3"), ("getvar.battery-soc-ok", "no")));

        Assert.True(rehearsal.GoesThrough);
    }

    [Fact]
    public void A_recorded_phone_that_runs_older_firmware_is_refused() => Assert.Contains(
        Rehearse(Head + Flash, Model(), Recorded(("getprop.ro.build.version.release", "11"))).Refusals,
        refusal => refusal.FailureCode == FailureCode.RequirementNotMet);

    [Fact]
    public void A_recorded_phone_that_calls_itself_otherwise_than_its_recipe_is_refused() => Assert.Contains(
        Rehearse(Head + Flash, Model(), Recorded(("getprop.ro.board.platform", "msm8916"))).Refusals,
        refusal => refusal.FailureCode == FailureCode.AmbiguousVariant);

    [Fact]
    public void A_report_counts_who_was_refused_and_names_who_was_not()
    {
        var report = RehearsalReport.Of(
        [
            Rehearse(Head + Flash, Model()),
            Rehearse(WithEyes(Head) + Flash, Model(own: Said("one", "MSM8953"), other: null)),
        ]);

        Assert.Equal((2, 2, 15), (report.Recipes, report.GoThrough, report.MutantsMade));
        Assert.Equal(14.0 / 15, report.RefusedShare);
        Assert.Equal((Mutation.OtherChip, Ending.NotAsked), Assert.Single(report.Survivors.Select(one => (one.Mutation, one.Ending))));
        Assert.Equal(["one"], report.Unconfirmed);
    }

    [Fact]
    public void A_report_without_mutants_has_shown_nothing() => Assert.Equal(0, RehearsalReport.Of([]).RefusedShare);

    [Fact]
    public void The_nearest_sister_has_the_same_chip_and_another_name()
    {
        var model = Model();
        ModelFacts[] all = [model, Alone("aaa", "MSM8916"), Alone("two", "MSM8953"), Alone("other-maker", "MSM8953", vendor: "else")];

        var sisters = Sisters.Of(model, all);

        Assert.Equal(("two", "msm8916"), (sisters.Nearest?.Codename, sisters.OtherPlatform));
    }

    private static PhoneFacts Recorded(params (string Fact, string Value)[] otherwise)
    {
        var facts = new PhoneFacts(
        [
            new("getprop.ro.product.device", "one"),
            new("getprop.ro.board.platform", "msm8953"),
            new("getprop.ro.build.version.release", "12"),
            new("getvar.product", "one"),
            new("getvar.unlocked", "no"),
            new("getvar.has-slot:boot", "no"),
            new("getvar.partition-size:boot", "0x10000"), // smaller than the image of a described twin
        ]);
        return RecordedPhone.Of("one.json", facts.With(otherwise.Select(fact => KeyValuePair.Create(fact.Fact, fact.Value))), ModelBook.Empty).Facts;
    }

    private static IEnumerable<(Mutation Mutation, Ending Ending)> Survivors(Rehearsal rehearsal) =>
        rehearsal.Mutants.Where(mutant => mutant.Ending != Ending.Refused);

    private static string WithEyes(string head) =>
        head.Replace("getprop.ro.board.platform: msm8953", "person.model: One", StringComparison.Ordinal);

    private static (string Codename, string? Chip) Said(string codename, string? chip) => (codename, chip);

    private static ModelFacts Model() => Model(Said("one", "MSM8953"), Said("one", "MSM8953"));

    private static ModelFacts Model((string Codename, string? Chip) own, (string Codename, string? Chip)? other)
    {
        (string Codename, string? Chip, Origin By)[] said = other is { } outsider
            ? [(own.Codename, own.Chip, OwnFile), (outsider.Codename, outsider.Chip, OtherFile)]
            : [(own.Codename, own.Chip, OwnFile)];
        return new ModelFacts
        {
            Vendor = "espero",
            Codename = own.Codename,
            Codenames = [.. said.Select(one => new Sourced<string>(one.Codename, one.By))],
            Names = [.. said.Select(one => new Sourced<string>("One", one.By))],
            Chips = [.. said.Where(one => one.Chip is not null).Select(one => new Sourced<Chip>(ChipName.Read(one.Chip!)!, one.By))],
            Origins = [.. said.Select(one => one.By)],
        };
    }

    private static ModelFacts Alone(string codename, string chip, string vendor = "espero") => new()
    {
        Vendor = vendor,
        Codename = codename,
        Codenames = [new(codename, OtherFile)],
        Names = [new(codename, OtherFile)],
        Chips = [new(ChipName.Read(chip)!, OtherFile)],
        Origins = [OtherFile],
    };

    private static Rehearsal Rehearse(string recipe, ModelFacts model, PhoneFacts? recorded = null)
    {
        var origins = new OriginList("One", ["espero/one"], [new OriginFile("boot.img", FileWay.Download)]);
        var check = RecipeCompiler.Check(recipe, "one.yaml", origins);
        Assert.True(check.IsGood, string.Join('\n', check.Errors.Select(error => error.In("en"))));
        var plan = check.Value.Rehearsal;
        return Rehearsal.Of(plan, Twin.Of(plan, model, Own, recorded ?? PhoneFacts.None)!, Sisters.Of(model, [model, Alone("two", "MSM8953"), Alone("three", "MSM8916")]));
    }
}

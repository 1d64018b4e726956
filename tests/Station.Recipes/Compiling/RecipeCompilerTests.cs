using CsCheck;
using Espero.Plan.V1;
using Assert = Xunit.Assert;

namespace Espero.Station.Recipes.Tests.Compiling;

public sealed class RecipeCompilerTests
{
    private const string Steps = """
        - assert: { getvar.unlocked: "yes" }
        - flash: { partition: boot, file: boot.img, slot: other }
        - flash: { partition: system, file: system.img }
        - set-slot: other
        - reboot: bootloader
        - await-mode: { mode: bootloader, within: 60s }
        - erase: userdata
          condition: { getvar.current-slot: a }
        - id: wipe-again
          erase: userdata
          fallback:
            - format: { partition: userdata, file-system: ext4 }
        """;

    [Fact]
    public void A_good_recipe_becomes_a_plan_with_its_steps_in_order()
    {
        var plan = Compile(Steps);

        Assert.Equal(
            ["fetch", "assert", "flash-boot", "flash-system", "set-slot-other", "reboot-bootloader", "await-mode-bootloader", "erase-userdata", "wipe-again"],
            plan.Steps.Select(step => step.Id));
        Assert.Equal("format-userdata", Assert.Single(plan.Steps[8].Fallback).Id);
        Assert.Equal(Slot.Other, plan.Steps[2].Flash.Slot);
        Assert.Equal(TimeSpan.FromMinutes(1), plan.Steps[6].AwaitMode.Deadline.ToTimeSpan());
        Assert.Equal("getvar.current-slot", plan.Steps[7].Condition.Test.Fact);
    }

    [Fact]
    public void A_plan_names_the_build_and_the_model()
    {
        var plan = Compile(Steps);

        Assert.Equal(Examples.Build.Id, plan.BuildId);
        Assert.Equal(("espero", "virtual-a"), (plan.Model.Vendor, plan.Model.Codename));
        Assert.Equal(["1048576", "2097152"], plan.Model.Identity[1].OneOf.Values);
        Assert.Equal(Proof.None, plan.PromisedProof);
    }

    [Fact]
    public void A_plan_holds_only_the_files_that_its_steps_name()
    {
        var plan = Examples.Compile($"{Examples.Head}\nsteps:\n  - fetch: boot.img\n").Value!.ToPlan();

        Assert.Equal("boot.img", Assert.Single(plan.Files).Name);
    }

    [Fact]
    public void The_same_input_gives_the_same_bytes()
    {
        var first = Examples.CompileSteps(Steps).Value!;
        var second = Examples.CompileSteps(Steps).Value!;

        Assert.Equal(first.Bytes, second.Bytes);
        Assert.Equal(first.Sha256Text, second.Sha256Text);
    }

    [Fact]
    public void A_repeated_step_is_numbered_and_does_not_take_a_written_id()
    {
        var plan = Compile("""
            - erase: cache
            - erase: cache
            - id: erase-cache-2
              erase: cache
            """);

        Assert.Equal(["fetch", "erase-cache", "erase-cache-3", "erase-cache-2"], plan.Steps.Select(step => step.Id));
    }

    [Fact]
    public void Conditions_side_by_side_must_all_hold_and_nest()
    {
        var plan = Compile("""
            - lock
            - erase: cache
              condition:
                getvar.current-slot: a
                any:
                  - getvar.product: { matches: "v.*" }
                  - not: { getvar.version-bootloader: { at-least: "1.2.0" } }
            """);

        var all = plan.Steps[2].Condition.All.Conditions_;
        Assert.Equal("getvar.current-slot", all[0].Test.Fact);
        Assert.Equal("v.*", all[1].Any.Conditions_[0].Test.Matches);
        Assert.Equal("1.2.0", all[1].Any.Conditions_[1].Not.Test.AtLeast);
    }

    [Fact]
    public void Yes_and_no_are_words_and_not_true_and_false()
    {
        var plan = Compile("- assert: { getvar.unlocked: yes }");

        Assert.Equal("yes", Assert.Single(plan.Steps[1].Assert.Tests[0].OneOf.Values));
    }

    [Fact]
    public void A_partition_that_is_declared_can_be_written()
    {
        var text = Examples.WithSteps("- flash: { partition: newthing, file: boot.img }")
            .Replace("proof: none", "partitions: { newthing: os }\nproof: none", StringComparison.Ordinal);

        Assert.True(Examples.Compile(text).IsGood);
    }

    [Fact]
    public void Requirements_and_rollback_marks_stand_in_the_plan()
    {
        var text = Examples.WithSteps("- erase: cache").Replace(
            "proof: none",
            "requires: { getvar.version-bootloader: { at-least: 1.2 } }\nrollback: { getvar.anti: 4, getvar.security-patch-level: 2026-10-05 }\nproof: none",
            StringComparison.Ordinal);

        var plan = Examples.Compile(text).Value!.ToPlan();

        Assert.Equal("1.2", Assert.Single(plan.Requirements).AtLeast);
        Assert.Equal([("getvar.anti", "4"), ("getvar.security-patch-level", "2026-10-05")], plan.RollbackMarks.Select(mark => (mark.Fact, mark.Value)));
    }

    [Fact]
    public void All_errors_of_a_recipe_are_told_at_once_in_the_order_of_the_file()
    {
        var errors = Examples.CompileSteps("""
            - flsh: { partition: boot, file: boot.img }
            - flash: { partition: bot, file: boot.img }
            - flash: { partition: boot, file: bot.img }
            - reboot: bootlaoder
            """).Errors;

        Assert.Equal(["unknown-verb", "unknown-partition", "unknown-file", "unknown-word"], errors.Select(error => error.Code));
        Assert.Equal([9, 10, 11, 12], errors.Select(error => error.Line));
        Assert.Equal(["flash", "boot", "boot.img", "bootloader"], errors.Select(error => error.NearestWord));
    }

    [Fact]
    public void An_error_says_file_line_and_column_in_both_languages()
    {
        var error = Examples.OnlyError(Examples.CompileSteps("- flsh: { partition: boot, file: boot.img }"));

        Assert.StartsWith("recipe.yaml:9:5: \"flsh\" is not a verb", error.In("en"), StringComparison.Ordinal);
        Assert.StartsWith("recipe.yaml:9:5: « flsh » n'est pas un verbe", error.In("fr-FR"), StringComparison.Ordinal);
    }

    [Fact]
    public void Random_text_never_throws() =>
        Gen.String[Gen.Char["ab:-{}[]&*!#|>'\"\n\t ,?%@`0\\"], 0, 60].Sample(text =>
        {
            var parsed = Examples.Compile(text);
            return parsed.IsGood || parsed.Errors.Length > 0;
        });

    [Fact]
    public void A_recipe_with_a_piece_cut_out_never_throws()
    {
        var text = Examples.WithSteps(Steps.Replace("\r", "", StringComparison.Ordinal));
        Gen.Select(Gen.Int[0, text.Length - 1], Gen.Int[1, 40]).Sample((start, length) =>
        {
            var parsed = Examples.Compile(text.Remove(start, Math.Min(length, text.Length - start)));
            return parsed.IsGood || parsed.Errors.Length > 0;
        });
    }

    private static Plan.V1.Plan Compile(string steps)
    {
        var parsed = Examples.CompileSteps(steps);
        Assert.Empty(parsed.Errors);
        return parsed.Value!.ToPlan();
    }
}

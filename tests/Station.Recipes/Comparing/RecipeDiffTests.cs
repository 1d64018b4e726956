using System.Collections.Immutable;
using Espero.Station.Recipes.Comparing;

namespace Espero.Station.Recipes.Tests.Comparing;

public sealed class RecipeDiffTests
{
    private const string Steps = """
        - flash: { partition: boot, file: boot.img }
        - erase: userdata
        - reboot: system
        """;

    private static readonly string Recipe = Examples.WithSteps(Steps);

    [Fact]
    public void How_a_recipe_is_written_does_not_count() => Assert.Empty(Between(
        Recipe,
        "# the same\n" + Recipe.Replace("erase: userdata", "erase: { partition: \"userdata\" }", StringComparison.Ordinal)));

    [Fact]
    public void A_new_step_that_can_do_more_is_told_as_a_permission_first()
    {
        var changes = Between(Recipe, Examples.WithSteps(Steps + "\n- flash: { partition: abl, file: boot.img }\n- lock"));

        Assert.Equal(
            [
                (ChangeKind.Permission, "lock"), (ChangeKind.Permission, "write boot-chain abl"),
                (ChangeKind.Step, "flash-abl"), (ChangeKind.Step, "lock"),
            ],
            changes.Select(change => (change.Kind, change.Subject)));
        Assert.All(changes, change => Assert.Null(change.Before));
    }

    [Fact]
    public void Switching_verification_off_is_a_permission() => Assert.Contains(
        Between(Recipe, Recipe.Replace("file: boot.img }", "file: boot.img, disable-verity: true }", StringComparison.Ordinal)),
        change => change is { Kind: ChangeKind.Permission, Subject: "verification-off" });

    [Fact]
    public void A_changed_identity_names_both_values()
    {
        var change = Assert.Single(Between(Recipe, Recipe.Replace("getvar.product: virtual-a", "getvar.product: virtual-b", StringComparison.Ordinal)));

        Assert.Equal((ChangeKind.Identity, "getvar.product", "virtual-a", "virtual-b"), (change.Kind, change.Subject, change.Before!.English, change.After!.English));
    }

    [Fact]
    public void A_step_that_is_gone_is_told() => Assert.Contains(
        Between(Recipe, Recipe.Replace("- erase: userdata", "- erase: cache", StringComparison.Ordinal)),
        change => change is { Subject: "erase-userdata", After: null });

    [Fact]
    public void A_condition_is_part_of_a_step() => Assert.Contains(
        "getvar.current-slot: a",
        Assert.Single(Between(Recipe, Recipe.Replace(
            "- erase: userdata", "- { erase: userdata, condition: { getvar.current-slot: a } }", StringComparison.Ordinal))).After!.English,
        StringComparison.Ordinal);

    [Fact]
    public void A_step_elsewhere_is_told_once_and_its_neighbours_are_not() => Assert.Equal(
        ["erase-userdata"],
        Between(Recipe, Examples.WithSteps("""
            - erase: userdata
            - flash: { partition: boot, file: boot.img }
            - reboot: system
            """)).Where(change => change.IsMove).Select(change => change.Subject));

    [Fact]
    public void The_promised_proof_is_told() => Assert.Equal(
        ChangeKind.Proof,
        Assert.Single(Between(Recipe, Recipe.Replace("proof: none", "proof: seen-by-person", StringComparison.Ordinal))).Kind);

    private static ImmutableArray<RecipeChange> Between(string before, string after) => RecipeDiff.Between(Plan(before), Plan(after));

    private static Plan.V1.Plan Plan(string text)
    {
        var parsed = Examples.Compile(text);
        Assert.Empty(parsed.Errors);
        return parsed.Value!.ToPlan();
    }
}

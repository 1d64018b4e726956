using Espero.Station.CommandLine;

namespace Espero.Station.Host.Tests.Workbench;

public sealed class FlashModelTests
{
    private const string Recipe =
        """
        recipe: eyes
        model: espero/virtual-a
        identity:
          - getvar.product: virtual-a
          - person.model: [Espero Virtual A, EV-1A]
        proof: none
        steps:
          - fetch: boot.img
          - flash: { partition: boot, file: boot.img, slot: a }
        """;

    [Theory]
    [InlineData("EV-1A")]
    [InlineData(" espero virtual a ")]
    public async Task The_model_that_a_person_read_is_the_second_fact(string model)
    {
        await using var rig = FlashRig.Start();

        var exit = await rig.RunAsync(Recipe, order => order with { YesErase = true, PrintedModel = model });

        Assert.True(exit == ExitCode.Ok, rig.Talk);
        Assert.Equal(rig.Image, rig.Written("boot_a"));
    }

    [Fact]
    public async Task At_a_terminal_the_person_is_asked_to_look()
    {
        await using var rig = FlashRig.Start();

        var exit = await rig.RunAsync(Recipe, order => order with { YesErase = true }, typed: "ev1a\n", language: "fr_FR.UTF-8");

        Assert.True(exit == ExitCode.Ok, rig.Talk);
        Assert.Contains("Lisez-le vous-même", rig.Talk, StringComparison.Ordinal);
        Assert.DoesNotContain("EV-1A", rig.Talk, StringComparison.Ordinal); // who is told the answer does not look
    }

    [Fact]
    public async Task Where_nobody_has_looked_nothing_is_written()
    {
        await using var rig = FlashRig.Start();

        Assert.Equal(ExitCode.Refused, await rig.RunAsync(Recipe, order => order with { YesErase = true }));

        Assert.Contains("\"failureClass\":\"phone-not-identified\"", rig.Output, StringComparison.Ordinal);
        Assert.Contains("--model", rig.Talk, StringComparison.Ordinal);
        Assert.All(rig.Written("boot_a"), octet => Assert.Equal(0, octet));
    }

    [Fact]
    public async Task Another_model_on_its_back_is_another_variant()
    {
        await using var rig = FlashRig.Start();

        var exit = await rig.RunAsync(Recipe, order => order with { YesErase = true, PrintedModel = "EV-1A+" });

        Assert.Equal(ExitCode.Refused, exit);
        Assert.Contains("\"failureClass\":\"ambiguous-variant\"", rig.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_phone_is_refused_before_anybody_is_asked()
    {
        await using var rig = FlashRig.Start();
        var recipe = Recipe.Replace("getvar.product: virtual-a", "getvar.product: virtual-z", StringComparison.Ordinal);

        Assert.Equal(ExitCode.Refused, await rig.RunAsync(recipe, order => order with { YesErase = true }, typed: "EV-1A\n"));

        Assert.DoesNotContain("Read it yourself", rig.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_that_is_only_looked_at_asks_nobody()
    {
        await using var rig = FlashRig.Start();

        Assert.Equal(ExitCode.Ok, await rig.RunAsync(Recipe, order => order with { PlanOnly = true }));

        Assert.Contains("--model", rig.Talk, StringComparison.Ordinal);
    }
}

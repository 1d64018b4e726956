using Espero.Station.CommandLine;
using Espero.Station.Host.Tests.Workbench;
using Espero.VirtualPhone.Faults;
using Espero.VirtualPhone.Models;

namespace Espero.Station.Host.Tests.Verbs;

/// <summary>When a step is passed over, and when another takes its place.</summary>
public sealed class ConditionTests
{
    private const string WithFallback = "- erase: userdata\n  fallback:\n    - erase: metadata";

    [Theory]
    [InlineData("getvar.current-slot: a", 1)]
    [InlineData("getvar.current-slot: b", 0)]
    [InlineData("not: { getvar.current-slot: b }", 1)]
    [InlineData("any: [{ getvar.current-slot: b }, { getvar.unlocked: \"yes\" }]", 1)]
    [InlineData("getvar.slot-count: { present: false }", 0)]
    public async Task A_step_is_done_only_if_its_condition_holds(string condition, int wipes)
    {
        await using var rig = FlashRig.Start(options => options with { Model = VirtualC.Model });

        var exit = await RunAsync(rig, $"- erase: userdata\n  condition: {{ {condition} }}");

        Assert.True(exit == ExitCode.Ok, rig.Output + rig.Talk);
        Assert.Equal(wipes, rig.Phone.State.Wipes);
    }

    [Fact]
    public async Task A_condition_on_what_the_phone_does_not_tell_stops_the_attempt()
    {
        await using var rig = FlashRig.Start(options => options with { Model = VirtualC.Model });

        await RunAsync(rig, "- erase: userdata\n  condition: { getvar.colour: blue }");

        Assert.Contains("\"failureClass\":\"phone-not-identified\"", rig.Output, StringComparison.Ordinal);
        Assert.Equal(0, rig.Phone.State.Wipes);
    }

    [Fact]
    public async Task A_fallback_that_helps_stands_in_for_its_step()
    {
        await using var rig = Refusing("erase:userdata");

        var exit = await RunAsync(rig, WithFallback);

        Assert.True(exit == ExitCode.Ok, rig.Output + rig.Talk);
        Assert.Equal(["erase:userdata", "erase:metadata"], Erases(rig));
    }

    [Fact]
    public async Task A_fallback_that_does_not_help_fails_as_itself()
    {
        await using var rig = Refusing("erase:");

        Assert.Equal(ExitCode.Failed, await RunAsync(rig, WithFallback));

        Assert.Contains("\"failureClass\":\"phone-refused\",\"stepId\":\"erase-metadata\"", rig.Output, StringComparison.Ordinal);
        Assert.Equal(["erase:userdata", "erase:metadata"], Erases(rig));
    }

    [Fact]
    public async Task A_fallback_is_left_alone_while_its_step_does_what_it_should()
    {
        await using var rig = FlashRig.Start(options => options with { Model = VirtualC.Model });

        Assert.Equal(ExitCode.Ok, await RunAsync(rig, WithFallback));

        Assert.Equal(["erase:userdata"], Erases(rig));
    }

    private static FlashRig Refusing(string command) => FlashRig.Start(options => options with
    {
        Model = VirtualC.Model,
        Faults = [new CommandFault(new OnCommand(command), new FailEffect("partition is busy"))],
    });

    private static string[] Erases(FlashRig rig) =>
        [.. rig.Heard.Where(command => command.StartsWith("erase:", StringComparison.Ordinal))];

    private static Task<int> RunAsync(FlashRig rig, string steps) =>
        rig.RunAsync(new VerbTrial("erase", "", steps).Recipe, request => request with { YesErase = true });
}

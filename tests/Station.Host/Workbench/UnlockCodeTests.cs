using System.Text;
using Espero.Station.CommandLine;
using Espero.Station.Host.Tests.Verbs;
using Espero.Station.Workbench;
using Espero.VirtualPhone.Faults;
using Espero.VirtualPhone.Models;

namespace Espero.Station.Host.Tests.Workbench;

/// <summary>Phones that open only by what their maker gave for them alone.</summary>
public sealed class UnlockCodeTests
{
    private const string Code = "VIRTUAL-4711";
    private const string Wrong = "VIRTUAL-0815";

    [Fact]
    public async Task A_typed_code_opens_its_phone_and_is_seen_nowhere()
    {
        await using var rig = Start();

        var exit = await RunAsync(rig, "- unlock: code", order => order with { AsksUnlockCode = true }, typed: $" {Code} \n");

        Assert.True(exit == ExitCode.Ok, rig.Output + rig.Talk);
        Assert.True(rig.Phone.State.Unlocked);
        Assert.DoesNotContain(Code, rig.Log + rig.Talk + rig.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("code")]
    [InlineData("token-file")]
    public async Task What_a_file_holds_opens_its_phone(string method)
    {
        await using var rig = Start();
        rig.Write("given.bin", Encoding.ASCII.GetBytes(Code));

        var exit = await RunAsync(
            rig, $"- unlock: {method}", order => order with { UnlockCodePath = Path.Combine(rig.Files, "given.bin") });

        Assert.True(exit == ExitCode.Ok, rig.Output + rig.Talk);
        Assert.True(rig.Phone.State.Unlocked);
    }

    [Fact]
    public async Task Without_its_code_the_phone_is_refused_before_anything_changes()
    {
        await using var rig = Start();

        Assert.Equal(ExitCode.Refused, await RunAsync(rig, "- unlock: code"));

        Assert.Equal(["vendor-token-needed"], rig.FailureClasses);
        Assert.DoesNotContain(rig.Heard, command => command.Contains("unlock ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_phone_that_is_open_needs_no_code()
    {
        await using var rig = Start(isLocked: false);

        var exit = await RunAsync(rig, "- unlock: code\n  condition: { getvar.unlocked: \"no\" }");

        Assert.True(exit == ExitCode.Ok, rig.Output + rig.Talk);
    }

    [Fact]
    public async Task A_file_is_not_sent_where_the_phone_takes_letters()
    {
        await using var rig = Start();
        rig.Write("given.bin", [0, 1, 2, 3]);

        var exit = await RunAsync(rig, "- unlock: code", order => order with { UnlockCodePath = Path.Combine(rig.Files, "given.bin") });

        Assert.Equal(ExitCode.Failed, exit);
        Assert.Equal(["vendor-token-needed"], rig.FailureClasses);
        Assert.Empty(Unlocks(rig));
    }

    [Theory]
    [InlineData("Token verification failed")]
    [InlineData($"Password error: {Wrong}")]
    public async Task A_wrong_code_is_sent_once_and_is_not_repeated_to_anybody(string answer)
    {
        await using var rig = Start(faults: new CommandFault(new OnCommand("oem unlock "), new FailEffect(answer)));

        var exit = await RunAsync(rig, "- unlock: code", order => order with { AsksUnlockCode = true }, typed: $"{Wrong}\n");

        Assert.Equal(ExitCode.Failed, exit);
        Assert.Equal(["vendor-token-needed"], rig.FailureClasses);
        Assert.Single(Unlocks(rig));
        Assert.DoesNotContain(Wrong, rig.Log + rig.Talk + rig.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_step_does_not_send_the_code_again()
    {
        await using var rig = Start(faults: new CommandFault(new OnCommand("oem unlock "), new FailEffect("unknown command")));

        await RunAsync(
            rig, "- unlock: code\n  fallback:\n    - unlock: code", order => order with { AsksUnlockCode = true }, typed: $"{Code}\n");

        Assert.Single(Unlocks(rig));
    }

    private static FlashRig Start(bool isLocked = true, params Fault[] faults) => FlashRig.Start(options => options with
    {
        Model = VirtualC.Model with { UnlockCode = Code },
        Locked = isLocked,
        Faults = [.. faults],
    });

    private static string[] Unlocks(FlashRig rig) =>
        [.. rig.Heard.Where(command => command.StartsWith("oem unlock", StringComparison.Ordinal))];

    private static Task<int> RunAsync(FlashRig rig, string steps, Func<FlashRequest, FlashRequest>? change = null, string? typed = null) =>
        rig.RunAsync(
            new VerbTrial("unlock", "", steps).Recipe,
            request => (change?.Invoke(request) ?? request) with { YesErase = true },
            typed);
}

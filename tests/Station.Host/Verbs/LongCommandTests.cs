using System.Text;
using Espero.Station.Host.Tests.Workbench;
using Espero.VirtualPhone.Models;

namespace Espero.Station.Host.Tests.Verbs;

/// <summary>A maker's code that is longer than an old bootloader hears.</summary>
public sealed class LongCommandTests
{
    private const string Code = "4711-4711-4711-4711-4711-4711-4711-4711-4711-4711-4711-4711-4711";
    private const string Steps = "- fetch: code.txt\n- unlock: { method: code, token-file: code.txt }";

    [Fact]
    public async Task An_old_bootloader_is_never_sent_what_it_cannot_hear()
    {
        var trial = Trial(VirtualD.Model);
        await using var rig = FlashRig.Start(trial.Of);

        await RunAsync(rig, trial);

        Assert.True(rig.Output.Contains("\"failureClass\":\"command-not-supported\"", StringComparison.Ordinal), rig.Output + rig.Talk);
        Assert.DoesNotContain(rig.Heard, command => command.StartsWith("oem ", StringComparison.Ordinal));
        Assert.False(rig.Phone.State.Unlocked);
    }

    [Fact]
    public async Task A_newer_one_is()
    {
        var trial = Trial(VirtualC.Model);
        await using var rig = FlashRig.Start(trial.Of);

        await RunAsync(rig, trial);

        Assert.True(rig.Phone.State.Unlocked, rig.Output + rig.Talk);
    }

    private static VerbTrial Trial(PhoneModel model) => new("unlock", "", Steps)
    {
        Model = model with { UnlockCode = Code, HasOemCommands = true },
        IsLocked = true,
    };

    private static Task<int> RunAsync(FlashRig rig, VerbTrial trial)
    {
        rig.Write("code.txt", Encoding.ASCII.GetBytes(Code));
        return rig.RunAsync(trial.Recipe, request => request with { YesErase = true });
    }
}

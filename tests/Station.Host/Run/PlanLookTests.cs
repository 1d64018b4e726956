using Espero.Plan.V1;
using Espero.Station.Host.Tests.Workbench;
using Espero.Station.Protocols.Fastboot;
using Espero.Station.Run;
using Espero.Station.Watch;
using Espero.Station.Workbench;
using Espero.VirtualPhone.Faults;
using Assert = Xunit.Assert;

namespace Espero.Station.Host.Tests.Run;

public sealed class PlanLookTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_bootloader_that_does_not_list_is_asked_for_what_fallbacks_name_too()
    {
        await using var rig = FlashRig.Start(options => options with
        {
            Faults = [new CommandFault(new OnCommand("getvar:all"), new FailEffect("unknown command"))],
        });
        var erase = new Step { Id = "erase", Erase = new Erase { Partition = "userdata" } };
        erase.Fallback.Add(new Step { Id = "flash", Flash = new Flash { Partition = "boot", FileName = "boot.img" } });
        erase.Fallback.Add(new Step { Id = "unlock", Unlock = new Unlock() });

        var facts = await AskAsync(rig, new Plan.V1.Plan { Model = new Model(), Steps = { erase } });

        Assert.Contains("getvar.partition-size:boot_a", facts.Keys);
        Assert.Equal("1", facts["getvar.unlock-ability"]);
    }

    private static async Task<IReadOnlyDictionary<string, string>> AskAsync(FlashRig rig, Plan.V1.Plan plan)
    {
        Assert.True(PortAddress.TryParse(rig.Phone.Target, 1, out var port));
        await using var bench = new PhoneBench(Path.Combine(rig.Files, "bench"), new FastbootOptions(), TimeProvider.System);
        var connected = await bench.Connector.ConnectAsync(port, _ => { }, Stop);
        await using var talk = connected.Value;
        return (await PlanLook.AskAsync(talk, plan, Stop)).Value.Facts;
    }
}

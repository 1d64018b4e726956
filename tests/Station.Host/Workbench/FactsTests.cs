using System.Net;
using System.Text.Json;
using Espero.Station.CommandLine;
using Espero.Station.Domain.Phones;
using Espero.Station.Protocols.Fastboot;
using Espero.Station.Recipes.Words;
using Espero.Station.Workbench;
using Espero.VirtualPhone.Models;
using Espero.VirtualPhone.Recorded;
using Espero.VirtualPhone.State;

namespace Espero.Station.Host.Tests.Workbench;

public sealed class FactsTests : IDisposable
{
    private const string Serial = "SERIAL0001";
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_the_bootloader_and_what_fastbootd_says_stand_under_their_own_names()
    {
        await using var rig = FlashRig.Start(options => options with { Model = VirtualC.Model });

        var facts = await RecordAsync(rig, everyMode: true);

        Assert.Equal("no", facts.Find("getvar.is-userspace") ?? "no");
        Assert.Equal("yes", facts.Find("fastbootd.is-userspace"));
        Assert.Equal("yes", facts.Find("fastbootd.is-logical:system_a"));
        Assert.True(facts.KnowsFastbootd);
        Assert.Equal("virtual-c", facts.Find("getvar.product"));
    }

    [Fact]
    public async Task A_phone_that_is_recorded_in_every_mode_ends_in_its_bootloader_and_lost_nothing()
    {
        await using var rig = FlashRig.Start(options => options with { Model = VirtualC.Model });
        var before = rig.Phone.State.Super.ToArray();

        await RecordAsync(rig, everyMode: true);

        Assert.Equal(PhoneMode.Bootloader, rig.Phone.State.Mode);
        Assert.Equal(before, rig.Phone.State.Super);
    }

    [Fact]
    public async Task A_phone_without_fastbootd_is_recorded_as_far_as_it_speaks()
    {
        await using var rig = FlashRig.Start();

        var facts = await RecordAsync(rig, everyMode: true);

        Assert.Equal(("virtual-a", false), (facts.Find("getvar.product"), facts.KnowsFastbootd));
    }

    [Fact]
    public async Task A_phone_that_is_asked_in_fastbootd_alone_can_be_played_from_that()
    {
        await using var rig = FlashRig.Start(options => options with { Model = VirtualC.Model, StartMode = PhoneMode.Fastbootd });

        await RecordAsync(rig, everyMode: false);

        var model = RecordedPhone.Load(_folder.In("facts.json"));
        Assert.Equal("virtual-c", model.Product);
        Assert.Contains(model.Super!.Volumes, volume => volume.Name == "system_a");
        Assert.Contains(model.Partitions, partition => partition.Name == "userdata");
    }

    [Theory]
    [InlineData("flash: { partition: system, file: boot.img }", ExitCode.Ok)]
    [InlineData("logical: { action: resize, partition: system, slot: a, size: 7000000000 }", ExitCode.Refused)] // no room in super
    [InlineData("flash: { partition: vbmeta, file: boot.img }", ExitCode.Refused)] // the image is too big
    public async Task A_phone_and_the_twin_made_from_its_facts_get_one_verdict(string step, int verdict)
    {
        await using var phone = FlashRig.Start(options => options with { Model = VirtualC.Model });
        await RecordAsync(phone, everyMode: true);
        await using var twin = FlashRig.Start(options => options with { Model = RecordedPhone.Load(_folder.In("facts.json")) });
        var recipe =
            $$"""
            recipe: trial
            model: espero/virtual-c
            identity:
              - getvar.product: virtual-c
              - partition.userdata: "17179869184"
            proof: none
            steps:
              - fetch: boot.img
              - reboot: fastbootd
              - await-mode: { mode: fastbootd, within: 60s }
              - {{step}}
            """;

        var exits = (await phone.RunAsync(recipe, OnlyPlanned), await twin.RunAsync(recipe, OnlyPlanned));

        Assert.True(exits == (verdict, verdict), $"{exits}\n{phone.Talk}\n{twin.Talk}");
        Assert.Equal(phone.Output, twin.Output);
    }

    [Theory]
    [InlineData(PhoneMode.System)]
    [InlineData(PhoneMode.Bootloader)]
    [InlineData(PhoneMode.Fastbootd)]
    public async Task Nothing_that_is_recorded_names_the_phone_its_owner_or_this_pc(PhoneMode mode)
    {
        (string Name, string Value)[] personal =
        [
            ("ro.ril.oem.imei", "356938035643809"), ("ro.boot.wifimacaddr", "02:00:5e:10:00:01"),
            ("ro.boot.btmacaddr", "02:00:5e:10:00:02"), ("ro.odd.number", "356938035643810"),
            ("persist.service.bdroid.bdaddr", "02:00:5e:10:00:03"), ("net.hostname", "camilles-phone"),
            ("persist.sys.account", "camille@example.org"), ("ro.boot.cid", "CID00112233"), ("ro.odd", $"unit {Serial} rev 2"),
        ];
        await using var rig = FlashRig.Start(options => options with
        {
            Model = VirtualC.Model with { Properties = [.. VirtualC.Model.Properties, .. personal] },
            ListenAdb = new(IPAddress.Loopback, 0),
            StartMode = mode,
            AdbStaysOn = true,
        });

        var facts = await RecordAsync(rig, everyMode: false);

        Assert.NotEqual(0, facts.Count);
        var text = await File.ReadAllTextAsync(_folder.In("facts.json"), TestContext.Current.CancellationToken);
        Assert.All(
            [Serial, Environment.MachineName + "\"", .. personal.Select(property => property.Value)],
            secret => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase));
    }

    private static FlashRequest OnlyPlanned(FlashRequest request) => request with { PlanOnly = true };

    // As the command does it, into the file that espero-phone reads.
    private async Task<PhoneFacts> RecordAsync(FlashRig rig, bool everyMode)
    {
        await using var bench = new PhoneBench(_folder.In("bench"), new FastbootOptions(), TimeProvider.System);
        await using var output = new StringWriter();
        await using var talk = new StringWriter();
        var surroundings = new Surroundings(output, talk, null, TalkIsTerminal: false, _ => null);
        var exit = await FactsCommand
            .Create(
                surroundings,
                (_, every, cancellationToken) =>
                    new FactsRecorder(bench.Connector, rig.Port, TimeProvider.System).RecordAsync(every, cancellationToken))
            .Parse(["--phone", rig.Phone.Target, .. everyMode ? ["--every-mode"] : Array.Empty<string>()])
            .InvokeAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(exit == ExitCode.Ok, talk.ToString());

        await File.WriteAllTextAsync(_folder.In("facts.json"), output.ToString(), TestContext.Current.CancellationToken);
        return new PhoneFacts(JsonDocument.Parse(output.ToString()).RootElement.GetProperty("facts").EnumerateObject()
            .Select(fact => KeyValuePair.Create(fact.Name, fact.Value.GetString()!)));
    }
}

using System.Text;
using Espero.VirtualPhone.Models;
using Espero.VirtualPhone.Recorded;
using Espero.VirtualPhone.State;
using Espero.VirtualPhone.Tests.Doubles;

namespace Espero.VirtualPhone.Tests.Recorded;

public sealed class RecordedPhoneTests : IDisposable
{
    private const string Facts =
        """
        {"format":1,"facts":{
          "getvar.product":"lake","getvar.variant":"EU","getvar.unlocked":"no","getvar.slot-count":"2","getvar.current-slot":"b",
          "getvar.max-download-size":"536870912","getvar.oddity":"kept",
          "getvar.partition-size:boot_a":"0x4000000","getvar.partition-size:boot_b":"0x4000000","getvar.partition-size:vbmeta_a":"10000",
          "getvar.partition-size:super":"0x100000000","getvar.partition-size:userdata":"0x40000000","getvar.partition-type:userdata":"f2fs",
          "fastbootd.partition-size:system_a":"0x10000000","fastbootd.is-logical:system_a":"yes",
          "getprop.ro.product.device":"lake_n","getprop.ro.product.model":"Lake N",
          "getprop.ro.build.fingerprint":"m/lake/lake_n:9/X/1:user/rk",
          "getprop.ro.build.version.security_patch":"2020-09-01","getprop.sys.oem_unlock_allowed":"0","getprop.ro.carrier":"retfr",
          "battery.level":"33","battery.temperature":"41.5"}}
        """;

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void The_model_is_as_the_phone_was()
    {
        var model = Load(Facts);

        Assert.Equal(("lake_n", "lake", "Lake N"), (model.Codename, model.Product, model.MarketName));
        Assert.Contains(new PartitionModel("boot", 64 << 20, "raw", PerSlot: true), model.Partitions);
        Assert.Contains(new PartitionModel("vbmeta", 64 << 10, "raw", PerSlot: true), model.Partitions);
        Assert.Contains(new PartitionModel("userdata", 1 << 30, "f2fs"), model.Partitions);
        Assert.Equal([new LogicalVolume("system_a", 256 << 20)], model.Super!.Volumes);
        Assert.Equal((true, false, 33, 415), (
            model.Delivery.Locked, model.Delivery.UnlockAllowed, model.Delivery.BatteryPercent, model.Delivery.BatteryTemperatureTenths));
    }

    [Fact]
    public async Task It_says_what_the_phone_said()
    {
        await using var phone = RunningPhone.Start(Load(Facts));
        await using var client = await phone.ConnectAsync();

        Assert.Equal("lake", await client.GetVariableAsync("product"));
        Assert.Equal("kept", await client.GetVariableAsync("oddity"));
        Assert.Equal("no", await client.GetVariableAsync("unlocked"));
        Assert.Equal("536870912", await client.GetVariableAsync("max-download-size"));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{"format":2,"facts":{}}""")]
    [InlineData("""{"format":1,"facts":{"getvar.variant":"EU"}}""")]
    public void Facts_that_cannot_be_used_say_what_to_do(string text) =>
        Assert.Contains("again", Assert.Throws<VirtualPhoneException>(() => Load(text)).Message, StringComparison.Ordinal);

    private PhoneModel Load(string text) => RecordedPhone.Load(_directory.File("facts.json", Encoding.UTF8.GetBytes(text)));
}

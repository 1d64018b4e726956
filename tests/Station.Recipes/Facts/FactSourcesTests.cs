using Espero.Plan.V1;
using Espero.Station.Recipes.Facts;
using Assert = Xunit.Assert;

namespace Espero.Station.Recipes.Tests.Facts;

public sealed class FactSourcesTests
{
    [Theory]
    [InlineData("getvar.product", FactSource.Name)]
    [InlineData("getvar.variant", FactSource.Name)]
    [InlineData("getvar.hw-revision", FactSource.Name)]
    [InlineData("fastbootd.product", FactSource.Name)]
    [InlineData("getprop.ro.product.device", FactSource.Name)]
    [InlineData("getprop.ro.boot.hardware.sku", FactSource.Name)]
    [InlineData("getprop.ro.build.fingerprint", FactSource.Name)]
    [InlineData("usb.product", FactSource.Name)]
    [InlineData("partition.userdata", FactSource.Storage)]
    [InlineData("getvar.partition-size:super", FactSource.Storage)]
    [InlineData("getprop.ro.soc.model", FactSource.Chip)]
    [InlineData("getprop.ro.board.platform", FactSource.Chip)]
    [InlineData("getvar.version-baseband", FactSource.Radio)]
    [InlineData("getprop.gsm.version.baseband", FactSource.Radio)]
    [InlineData("getvar.has-slot:boot", FactSource.State)]
    [InlineData("getvar.unlocked", FactSource.State)]
    [InlineData("getvar.battery-soc", FactSource.State)]
    [InlineData("getvar.version", FactSource.State)]
    [InlineData("battery.level", FactSource.State)]
    [InlineData("getprop.sys.oem_unlock_allowed", FactSource.State)]
    public void A_fact_has_one_source(string fact, FactSource source) => Assert.Equal(source, FactSources.Of(fact));

    [Fact]
    public void Two_names_are_one_source_and_prove_nothing() =>
        Assert.False(IdentityRule.IsMet([Is("getvar.product"), Is("getprop.ro.product.device"), Is("usb.product")]));

    [Fact]
    public void A_phone_in_its_bootloader_proves_itself_by_name_and_storage() =>
        Assert.True(IdentityRule.IsMet([Is("getvar.product"), Is("partition.userdata")]));

    [Fact]
    public void A_lower_limit_and_mere_presence_tell_no_model() => Assert.False(IdentityRule.IsMet(
    [
        Is("getvar.product"),
        new FactTest { Fact = "partition.userdata", AtLeast = "1" },
        new FactTest { Fact = "partition.super", Present = true },
    ]));

    private static FactTest Is(string fact) => new() { Fact = fact, OneOf = new FactTest.Types.OneOf { Values = { "x" } } };
}

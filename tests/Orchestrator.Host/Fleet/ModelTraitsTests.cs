using Espero.Orchestrator.Fleet.UnknownModels;

namespace Espero.Orchestrator.Host.Tests.Fleet;

public sealed class ModelTraitsTests
{
    private static readonly Dictionary<string, string> Model = new()
    {
        ["getprop.ro.product.model"] = "Vega 3",
        ["getprop.ro.product.device"] = "vega",
        ["getprop.ro.soc.model"] = "SM7225",
        ["getprop.ro.boot.flash.locked"] = "1",
    };

    // Each was once let through by a list of what is personal.
    private static readonly Dictionary<string, string> Personal = new()
    {
        ["getprop.net.hostname"] = "android-camilles-phone",
        ["getprop.persist.service.bdroid.bdaddr"] = "22:22:ab:cd:ef:01",
        ["getprop.ro.boot.btmacaddr"] = "22:22:ab:cd:ef:02",
        ["getprop.persist.sys.device_name"] = "Téléphone de Camille",
        ["getprop.bluetooth.device.default_name"] = "Camille 1987",
        ["getprop.gsm.operator.alpha"] = "Free",
        ["getprop.gsm.sim.operator.numeric"] = "20815",
        ["getprop.dhcp.wlan0.ipaddress"] = "192.168.7.31",
        ["getprop.dhcp.wlan0.domain"] = "durand.example",
        ["getprop.ro.serialno"] = "ZX1G427V9B",
        ["getprop.ril.imei"] = "490154203237518",
        ["getprop.persist.sys.timezone"] = "Europe/Paris",
        ["getprop.persist.sys.locale"] = "fr-FR",
        ["getprop.ro.build.fingerprint"] = "acme/vega/vega:11/eng.camille.20210203:user/release-keys",
        ["getvar.serialno"] = "ZX1G427V9B",
        ["usb.product"] = "Camille's phone",
        ["person.model"] = "the one with the cracked screen",
    };

    [Fact]
    public void Nothing_of_an_owner_is_kept()
    {
        var kept = ModelTraits.Of(Model.Concat(Personal).ToDictionary())!;

        Assert.All(Personal, fact =>
        {
            Assert.DoesNotContain(fact.Key, kept.Json, StringComparison.Ordinal);
            Assert.DoesNotContain(fact.Value, kept.Json, StringComparison.OrdinalIgnoreCase);
        });
        Assert.All(Model, fact => Assert.Contains(fact.Value, kept.Json, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("battery.level", "12")]
    [InlineData("battery.temperature", "41.5")]
    [InlineData("getprop.net.hostname", "android-1234")]
    [InlineData("getprop.ro.boot.flash.locked", "0")]
    [InlineData("getvar.unlocked", "yes")]
    [InlineData("getprop.sys.boot_completed", "1")]
    public void How_a_phone_is_just_now_makes_no_other_model_of_it(string fact, string value) =>
        Assert.Equal(ModelTraits.Of(Model)!.Identity, ModelTraits.Of(new Dictionary<string, string>(Model) { [fact] = value })!.Identity);

    [Theory]
    [InlineData("getprop.ro.product.device", "lyra")]
    [InlineData("getprop.ro.product.model", "Vega 3 Plus")]
    [InlineData("getprop.ro.soc.model", "SM8250")]
    public void Another_name_or_chip_does(string fact, string value) =>
        Assert.NotEqual(ModelTraits.Of(Model)!.Identity, ModelTraits.Of(new Dictionary<string, string>(Model) { [fact] = value })!.Identity);

    [Fact]
    public void Of_a_phone_that_tells_no_model_nothing_is_kept()
    {
        Assert.Null(ModelTraits.Of(new Dictionary<string, string>()));
        Assert.Null(ModelTraits.Of(Personal));
        Assert.Null(ModelTraits.Of(new Dictionary<string, string> { ["getvar.unlocked"] = "yes", ["battery.level"] = "12" }));
    }

    [Theory]
    [InlineData("7kq2zd", "7KQ2ZD")]
    [InlineData(" 7kq-2zd ", "7KQ2ZD")]
    [InlineData("7KQ 2ZD", "7KQ2ZD")]
    [InlineData("oil2zd", "0112ZD")]
    public void A_code_is_understood_however_it_was_written_down(string typed, string code) => Assert.Equal(code, ModelCode.Read(typed));

    [Theory]
    [InlineData("")]
    [InlineData("7KQ2Z")]
    [InlineData("7KQ2ZDD")]
    [InlineData("7KQ2ZU")]
    [InlineData("7KQ2Z\0")]
    public void What_is_no_code_is_none(string typed) => Assert.Null(ModelCode.Read(typed));
}

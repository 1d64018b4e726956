using Espero.Station.Recipes.Facts;

namespace Espero.Station.Recipes.Tests.Facts;

public sealed class PersonalFactsTests
{
    [Theory]
    [InlineData("getvar.serialno")]
    [InlineData("serialno")]
    [InlineData("getvar.IMEI2")]
    [InlineData("getvar.unlock_token")]
    [InlineData("getvar.iccid")]
    [InlineData("getvar.imsi")]
    [InlineData("ro.ril.oem.meid")]
    [InlineData("getvar.cid")]
    [InlineData("getvar.wifi-mac")]
    public void What_identifies_a_phone_or_its_owner_is_personal(string name) => Assert.True(PersonalFacts.IsPersonal(name));

    [Theory]
    [InlineData("getvar.product")]
    [InlineData("getvar.max-download-size")]
    [InlineData("getvar.partition-type:userdata")]
    [InlineData("getvar.slot-successful:a")]
    [InlineData("ro.build.fingerprint")]
    [InlineData("getvar.anti")]
    [InlineData("getvar.battery-voltage")]
    public void What_a_recipe_judges_is_not(string name) => Assert.False(PersonalFacts.IsPersonal(name));
}

using Espero.Station.Domain.Flashing.Preflight;
using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Failures;

namespace Espero.Station.Domain.Tests.Flashing;

public sealed class BatteryCheckTests
{
    [Theory]
    [InlineData("battery.temperature", "45", FailureCode.BatteryHot)]
    [InlineData("battery.temperature", "61.5", FailureCode.BatteryHot)]
    [InlineData("battery.health", "overheat", FailureCode.BatteryHot)]
    [InlineData("battery.level", "29", FailureCode.BatteryLow)]
    [InlineData("getvar.battery-soc", "3%", FailureCode.BatteryLow)]
    [InlineData("getvar.battery-soc-ok", "no", FailureCode.BatteryLow)]
    [InlineData("getvar.battery-voltage", "3500mV", FailureCode.BatteryLow)]
    [InlineData("getvar.battery-voltage", "3500000", FailureCode.BatteryLow)]
    public void A_battery_that_is_low_hot_or_swollen_stops_everything(string fact, string value, string code) =>
        Assert.Equal(code, Assert.Single(BatteryCheck.Run(new PhoneFacts([new(fact, value)]))).FailureCode);

    [Theory]
    [InlineData("battery.temperature", "44.9")]
    [InlineData("battery.health", "good")]
    [InlineData("battery.level", "30")]
    [InlineData("getvar.battery-voltage", "3820mV")]
    [InlineData("getvar.battery-voltage", "4123000")]
    [InlineData("getvar.battery-voltage", "full")]
    public void A_cool_charged_battery_stops_nothing(string fact, string value) =>
        Assert.Empty(BatteryCheck.Run(new PhoneFacts([new(fact, value)])));

    [Fact]
    public void Hot_swollen_and_over_current_raise_the_alarm_and_call_an_adult()
    {
        string[] alarming = [FailureCode.BatteryHot, FailureCode.BatterySwollen, FailureCode.PortOverCurrent];

        Assert.Equal(alarming, FailureCatalogue.All.Where(failure => failure.RaisesAlarm).Select(failure => failure.Code));
        Assert.All(alarming, code =>
        {
            var failure = FailureCatalogue.Find(code)!;
            Assert.Contains("Éloignez-vous et appelez un adulte", failure.SentencesIn("fr"), StringComparison.Ordinal);
            Assert.NotEqual(RetryRule.Safe, failure.Retry);
        });
    }
}

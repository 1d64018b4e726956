using Espero.Station.Domain.Flashing.Preflight;
using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Failures;

namespace Espero.Station.Domain.Tests.Phones;

public sealed class PhoneFactsTests
{
    private static readonly PhoneFacts Bootloader = Of(("getvar.product", "one"), ("getvar.current-slot", "a"));

    private static readonly PhoneFacts Fastbootd =
        Of(("fastbootd.is-userspace", "yes"), ("fastbootd.current-slot", "b"), ("fastbootd.partition-size:system_a", "0x100000"));

    [Fact]
    public void What_fastbootd_said_of_super_is_still_known_in_the_bootloader() =>
        Assert.Equal(1UL << 20, Bootloader.Learn(Fastbootd).Learn(Bootloader).PartitionSizeBytes("system_a"));

    [Fact]
    public void Of_what_both_say_the_newer_counts()
    {
        Assert.Equal("b", Bootloader.Learn(Fastbootd).CurrentSlot);
        Assert.Equal("a", Bootloader.Learn(Fastbootd).Learn(Bootloader).CurrentSlot);
    }

    [Fact]
    public void A_phone_that_has_left_fastbootd_is_not_in_it_any_more() =>
        Assert.Null(Fastbootd.Learn(Bootloader).Getvar("is-userspace"));

    [Fact]
    public void What_a_mode_no_longer_says_is_forgotten() =>
        Assert.Null(Bootloader.Learn(Of(("getvar.product", "one"))).CurrentSlot);

    [Theory]
    [InlineData("getvar.battery-soc", "12")]
    [InlineData("getvar.battery-soc-ok", "no")]
    [InlineData("fastbootd.battery-soc", "12")]
    public void Of_what_system_and_bootloader_say_of_the_charge_the_newer_counts(string fact, string value)
    {
        var full = Of(("battery.level", "80"));
        var empty = Of((fact, value));

        Assert.Equal(FailureCode.BatteryLow, Assert.Single(BatteryCheck.Run(full.Learn(empty))).FailureCode);
        Assert.Empty(BatteryCheck.Run(empty.Learn(full)));
    }

    private static PhoneFacts Of(params (string Name, string Value)[] facts) =>
        new(facts.Select(fact => KeyValuePair.Create(fact.Name, fact.Value)));
}

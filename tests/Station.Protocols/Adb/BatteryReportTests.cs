using Espero.Station.Protocols.Adb;

namespace Espero.Station.Protocols.Tests.Adb;

public sealed class BatteryReportTests
{
    private const string Running = """
        Current Battery Service state:
          AC powered: false
          USB powered: true
          Wireless powered: false
          status: 2
          health: 2
          present: true
          level: 57
          scale: 100
          voltage: 3912
          temperature: 318
          technology: Li-ion
        """;

    [Fact]
    public void A_running_phone_s_report_is_read() =>
        Assert.Equal(new BatteryState(57, 318, BatteryHealth.Good, IsPlugged: true), BatteryReport.Parse(Running));

    [Theory]
    [InlineData("health: 3", BatteryHealth.Overheat)]
    [InlineData("health: 4", BatteryHealth.Dead)]
    [InlineData("health: 7", BatteryHealth.Cold)]
    [InlineData("health: 99", BatteryHealth.Unknown)]
    [InlineData("health: well", BatteryHealth.Unknown)]
    public void Its_health_is_read(string line, BatteryHealth health) => Assert.Equal(health, BatteryReport.Parse(line).Health);

    [Theory]
    [InlineData("")]
    [InlineData("sh: dumpsys: not found")]
    [InlineData("level: 101\nscale: 100")]
    [InlineData("level: -1")]
    [InlineData("level: 99999999999999")]
    public void What_makes_no_sense_says_nothing(string text) => Assert.Null(BatteryReport.Parse(text).LevelPercent);

    [Theory]
    [InlineData("80\n290\n", 80, 290)]
    [InlineData("100\n-35\n", 100, -35)]
    [InlineData("255\n480\n", null, 480)]
    [InlineData("80\n", null, null)]
    [InlineData("", null, null)]
    [InlineData("cat: temp: Permission denied", null, null)]
    public void The_kernels_own_figures_are_read(string text, int? percent, int? tenths) =>
        Assert.Equal((percent, tenths), (BatteryReport.ParseKernels(text).LevelPercent, BatteryReport.ParseKernels(text).TemperatureTenths));

    [Fact]
    public void A_level_is_a_part_of_its_scale() => Assert.Equal(50, BatteryReport.Parse("level: 100\nscale: 200").LevelPercent);

    [Fact]
    public void Facts_are_named_by_their_source() =>
        Assert.Equal(
            [
                new("battery.health", "good"),
                new("battery.level", "57"),
                new("battery.plugged", "yes"),
                new("battery.temperature", "31.8"),
                new("getprop.ro.boot.slot_suffix", "_a"),
            ],
            AdbFacts.Of(new Dictionary<string, string> { ["ro.boot.slot_suffix"] = "_a" }, BatteryReport.Parse(Running)));
}

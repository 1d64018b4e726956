using System.Net;
using System.Text.Json;
using Espero.Station.CommandLine;
using Espero.Station.Host.Tests.Watch;
using Espero.Station.Host.Tests.Workbench;
using Espero.Station.Recipes.Failures;
using Espero.VirtualPhone.Faults;
using Espero.VirtualPhone.Models;

namespace Espero.Station.Host.Tests.Failures;

/// <summary>What endangers people ends an attempt at once, and is no failure among others.</summary>
public sealed class AlarmTests
{
    [Fact]
    public async Task A_battery_that_turns_hot_in_the_middle_is_the_end_of_the_attempt()
    {
        await using var rig = FailuresOverAdbTests.Start([new CommandFault(new OnCommand("reboot-recovery"), new HeatEffect())]);

        var exit = await rig.RunAsync(
            FailuresOverAdbTests.BySideload, order => order with { YesErase = true }, typed: "\n", language: "fr_FR.UTF-8");

        Assert.Equal(ExitCode.Failed, exit);
        Assert.Equal([FailureCode.BatteryHot], rig.FailureClasses);
        Assert.Contains("ALARME : éloignez-vous et appelez un adulte.", rig.Talk, StringComparison.Ordinal);
        Assert.Contains("C'est à un adulte d'agir.", rig.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_alarm_no_step_is_begun()
    {
        await using var rig = FailuresOverAdbTests.Start([new CommandFault(new OnCommand("reboot-recovery"), new HeatEffect())]);

        await rig.RunAsync(FailuresOverAdbTests.BySideload, order => order with { YesErase = true });

        using var end = JsonDocument.Parse(rig.Output);
        Assert.True(end.RootElement.GetProperty("alarm").GetBoolean());
        Assert.Equal(VirtualPhone.State.PhoneMode.Recovery, rig.Phone.State.Mode); // the next step would have left it
    }

    [Fact]
    public async Task A_battery_that_turns_hot_in_the_middle_of_a_write_breaks_it_off()
    {
        await using var rig = FlashRig.Start(options => options with
        {
            Model = VirtualC.Model,
            ListenAdb = new(IPAddress.Loopback, 0),
            AdbStaysOn = true,
            RateBytesPerSecond = 1_000_000,
            Faults = [new HeatFault(1_000_000)],
        });
        rig.Write("large.bin", new byte[6_000_000]);

        await rig.RunAsync(
            """
            recipe: trial
            model: espero/virtual-c
            identity:
              - getvar.product: virtual-c
              - partition.userdata: "17179869184"
            proof: none
            steps:
              - fetch: [large.bin]
              - reboot: system
              - await-mode: { mode: system, within: 20m }
              - push: { file: large.bin, to: /sdcard/large.bin }
            """,
            order => order with { YesErase = true },
            time: new FastTime());

        Assert.Equal([FailureCode.BatteryHot], rig.FailureClasses);
        Assert.Contains("step push ended: Failed battery-hot", rig.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SWOLLEN\n", "en")]
    [InlineData("GONFLÉE\n", "fr_FR.UTF-8")]
    public async Task Who_says_that_the_battery_is_swollen_raises_the_alarm(string typed, string language)
    {
        await using var rig = FailuresOverAdbTests.Start([]);

        var exit = await rig.RunAsync(FailuresOverAdbTests.BySideload, typed: typed, language: language);

        Assert.Equal(ExitCode.Refused, exit);
        Assert.Equal([FailureCode.BatterySwollen], rig.FailureClasses);
    }

    [Fact]
    public async Task Too_much_current_stops_an_attempt_in_the_middle_of_a_step()
    {
        await using var rig = new DownloadRig();
        rig.Sockets.PlugDownloadMode(DownloadRig.Port);
        rig.Sockets.CountOverCurrents(DownloadRig.Port, 0);
        rig.During("flash", $"echo 1 > '{rig.Sockets.OverCurrentFile(DownloadRig.Port)}'; sleep 20");

        await rig.FlashAsync("  - flash: { partition: RECOVERY, file: recovery.img }\n  - flash: { partition: BOOT, file: recovery.img }\n");

        Assert.Equal([FailureCode.PortOverCurrent], rig.FailureClasses);
        Assert.Empty(rig.Written("BOOT"));
    }
}

using Espero.Station.Domain.Flashing.Preflight;
using Espero.Station.Workbench.Doctor;
using Espero.Station.Workbench.Doctor.Udev;
using Microsoft.Extensions.Time.Testing;

namespace Espero.Station.Host.Tests.Workbench.Doctor;

public sealed class DoctorTests : IDisposable
{
    private readonly MadeUpPc _pc = new();

    public void Dispose() => _pc.Dispose();

    [Fact]
    public void A_pc_with_nothing_wrong_is_told_so_and_given_nothing_to_mend()
    {
        _pc.Plug("900-1");

        var findings = _pc.Look().Where(finding => finding.Check != "disk").ToArray(); // that one is this machine's

        Assert.All(findings, finding => Assert.True(finding.Health is Health.Good, finding.Sentence.English));
        Assert.All(findings, finding => Assert.Empty(finding.Mend));
    }

    [Theory]
    [InlineData("adb", nameof(Health.Bad), "sudo apt-get install adb")]
    [InlineData("heimdall", nameof(Health.Doubtful), "sudo apt-get install heimdall-flash")]
    public void A_missing_program_is_named_with_the_command_that_installs_it(string program, string health, string mend)
    {
        _pc.Remove($"bin/{program}");

        var finding = Assert.Single(_pc.Look($"program-{program}"));

        Assert.Equal((health, mend), (finding.Health.ToString(), finding.Mend));
    }

    [Fact]
    public void A_missing_libusb_is_named_with_the_command_that_installs_it()
    {
        _pc.Remove("lib/libusb-1.0.so.0");

        var finding = Assert.Single(_pc.Look("library-libusb"));

        Assert.Equal((Health.Bad, "sudo apt-get install libusb-1.0-0"), (finding.Health, finding.Mend));
    }

    [Theory]
    [InlineData(9.9, nameof(Health.Doubtful), "9,9 Gio")]
    [InlineData(10.0, nameof(Health.Good), "10,0 Gio")]
    public void A_full_disk_is_said_with_a_command_that_shows_what_fills_it(double gibibytes, string health, string french)
    {
        var finding = DiskCheck.Look("/nowhere/data", _ => (long)(gibibytes * (1L << 30)));

        Assert.Equal(health, finding.Health.ToString());
        Assert.Contains(french, finding.Sentence.French, StringComparison.Ordinal);
        Assert.Equal(finding.Health is Health.Doubtful, finding.Mend.StartsWith("du -xh", StringComparison.Ordinal));
    }

    [Fact]
    public void Looking_makes_no_folder()
    {
        _pc.Look();

        Assert.False(Directory.Exists(_pc.Data));
    }

    [Fact]
    public void A_clock_that_nobody_confirmed_is_doubtful()
    {
        _pc.Remove("synchronized");

        var finding = Assert.Single(_pc.Look("clock"));

        Assert.Equal((Health.Doubtful, "sudo timedatectl set-ntp true"), (finding.Health, finding.Mend));
    }

    [Fact]
    public void A_clock_that_chrony_keeps_is_confirmed()
    {
        _pc.Remove("synchronized");
        _pc.Run(700, "chronyd");

        Assert.Equal(Health.Good, Assert.Single(_pc.Look("clock")).Health);
    }

    [Fact]
    public void A_clock_that_stands_before_this_program_was_made_is_wrong_whoever_confirmed_it()
    {
        File.SetLastWriteTimeUtc(_pc.Places.Program, MadeUpPc.Now.AddHours(1).UtcDateTime);

        var finding = Assert.Single(_pc.Look("clock"));

        Assert.Equal((Health.Bad, "sudo timedatectl set-ntp true"), (finding.Health, finding.Mend));
        Assert.Contains("2026-11-28 13:00", finding.Sentence.French, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clock_that_stands_before_the_newest_record_of_the_journal_is_wrong()
    {
        File.SetLastWriteTimeUtc(_pc.Write("data/journal/1.log", ""), MadeUpPc.Now.AddDays(2).UtcDateTime);

        Assert.Equal(Health.Bad, Assert.Single(_pc.Look("clock")).Health);
    }

    [Fact]
    public void A_clock_that_no_station_can_show_is_wrong_whatever_the_dates_of_the_files()
    {
        File.SetLastWriteTimeUtc(_pc.Places.Program, DateTime.UnixEpoch);
        var early = StationCheck.EarliestNow.AddDays(-1);

        var finding = new ClockCheck(_pc.Places, _pc.Data, new FakeTimeProvider(early)).Look([]);

        Assert.Equal(Health.Bad, finding.Health);
    }

    [Theory]
    [InlineData(63, nameof(Health.Bad), "63 Mio")]
    [InlineData(64, nameof(Health.Good), "64 Mio")]
    public void Too_little_memory_to_write_a_phone_is_said_with_a_command_that_shows_what_takes_it(int mebibytes, string health, string french)
    {
        _pc.Write("proc/meminfo", $"MemTotal: 2048000 kB\nMemAvailable:    {mebibytes << 10} kB\n");

        var finding = Assert.Single(_pc.Look("memory"));

        Assert.Equal(health, finding.Health.ToString());
        Assert.Contains(french, finding.Sentence.French, StringComparison.Ordinal);
        Assert.Equal(finding.Health is Health.Bad, finding.Mend.StartsWith("ps ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("12", nameof(Health.Doubtful), "12 Mbit/s")]
    [InlineData("480", nameof(Health.Good), "480 Mbit/s")]
    [InlineData("5000", nameof(Health.Good), "5 Gbit/s ou plus")]
    public void The_speed_of_a_socket_is_said_in_numbers(string megabits, string health, string french)
    {
        _pc.Plug("900-1", megabits);

        var finding = Assert.Single(_pc.Look("usb-speed"));

        Assert.Equal(health, finding.Health.ToString());
        Assert.Contains(french, finding.Sentence.French, StringComparison.Ordinal);
        Assert.Contains("900-1", finding.Sentence.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hub_without_a_supply_of_its_own_that_has_too_many_phones_is_named()
    {
        _pc.PlugHub("900-1", hasOwnSupply: false);
        _pc.Plug("900-1.1");
        _pc.Write("usb/900-1.1/bMaxPower", "500mA\n");

        var finding = Assert.Single(_pc.Look("usb-power"));

        Assert.Equal(Health.Bad, finding.Health);
        Assert.Contains("900-1", finding.Sentence.French, StringComparison.Ordinal);
        Assert.Contains("400 mA", finding.Sentence.French, StringComparison.Ordinal);
        Assert.Contains("500 mA", finding.Sentence.French, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hub_with_a_supply_of_its_own_has_enough()
    {
        _pc.PlugHub("900-1", hasOwnSupply: true);
        _pc.Plug("900-1.1");
        _pc.Write("usb/900-1.1/bMaxPower", "500mA\n");

        Assert.Equal(Health.Good, Assert.Single(_pc.Look("usb-power")).Health);
    }

    [Fact]
    public void A_socket_that_was_switched_off_for_too_much_current_is_an_alarm()
    {
        _pc.PlugHub("900-1", hasOwnSupply: true);
        _pc.Plug("900-1.2");
        _pc.Write("usb/900-1:1.0/900-1-port2/over_current_count", "1\n");

        var finding = Assert.Single(_pc.Look("usb-power"));

        Assert.Equal(Health.Bad, finding.Health);
        Assert.Contains("900-1.2", finding.Sentence.French, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("auto", true)]
    [InlineData("on", false)]
    public void A_phone_that_linux_may_put_to_sleep_is_said(string control, bool isSaid)
    {
        _pc.Plug("900-1");
        _pc.Write("usb/900-1/power/control", control + "\n");

        Assert.Equal(isSaid ? [EsperoRules.Mend] : [], _pc.Look("usb-sleep").Select(finding => finding.Mend));
    }
}

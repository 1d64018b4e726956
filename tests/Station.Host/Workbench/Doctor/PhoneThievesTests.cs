using Espero.Station.Workbench.Doctor;
using Espero.Station.Workbench.Doctor.Udev;

namespace Espero.Station.Host.Tests.Workbench.Doctor;

public sealed class PhoneThievesTests : IDisposable
{
    private readonly MadeUpPc _pc = new();

    public void Dispose() => _pc.Dispose();

    [Theory]
    [InlineData("fwupd", nameof(Health.Bad), "sudo systemctl mask --now fwupd.service")]
    [InlineData("gvfsd-mtp", nameof(Health.Bad), "gio mount --unmount-scheme mtp")]
    [InlineData("gvfsd-gphoto2", nameof(Health.Bad), "gio mount --unmount-scheme gphoto2")]
    [InlineData("gvfs-mtp-volume-monitor", nameof(Health.Doubtful), "systemctl --user mask --now gvfs-mtp-volume-monitor.service")]
    [InlineData("gvfs-gphoto2-volume-monitor", nameof(Health.Doubtful), "systemctl --user mask --now gvfs-gphoto2-volume-monitor.service")]
    public void A_program_that_takes_phones_is_named_with_the_command_that_stops_it(string program, string health, string mend)
    {
        _pc.Run(700, program);

        Assert.Equal((health, mend), (Look().Health.ToString(), Look().Mend));
    }

    [Fact]
    public void ModemManager_is_a_thief_until_the_rules_tell_it_to_leave_phones_alone()
    {
        _pc.Run(700, "ModemManager");
        Assert.Equal(Health.Good, Look().Health);

        _pc.Remove("etc-rules/60-espero.rules");

        Assert.Equal((Health.Bad, EsperoRules.Mend), (Look().Health, Look().Mend));
    }

    [Theory]
    [InlineData("DisabledPlugins=test;fastboot", nameof(Health.Good))]
    [InlineData("DisabledPlugins = fastboot", nameof(Health.Good))]
    [InlineData("#DisabledPlugins=fastboot", nameof(Health.Bad))]
    [InlineData("DisabledPlugins=fastbootx", nameof(Health.Bad))]
    public void Fwupd_is_a_thief_until_its_settings_tell_it_to_leave_bootloaders_alone(string line, string health)
    {
        _pc.Run(700, "fwupd");
        _pc.Write("fwupd.conf", $"[fwupd]\n{line}\n");

        Assert.Equal(health, Look().Health.ToString());
    }

    [Fact]
    public void Another_adb_server_is_shown_and_never_ended_unasked()
    {
        _pc.Run(4711, "adb", parent: 1, "-L", "tcp:5037", "fork-server", "server", "--reply-fd", "4");

        var finding = Look();

        Assert.Equal((Health.Doubtful, "ps -o user=,lstart=,args= -p 4711"), (finding.Health, finding.Mend));
        Assert.Contains("4711", finding.Sentence.French, StringComparison.Ordinal);
        Assert.Contains("Regardez à qui il est", finding.Sentence.French, StringComparison.Ordinal);
    }

    [Fact]
    public void The_adb_server_of_a_station_is_not_accused()
    {
        _pc.Run(700, "espero-station");
        _pc.Run(701, "adb", parent: 700, "-L", "tcp:localhost:40001", "nodaemon", "server");

        Assert.Equal(Health.Good, Look().Health);
    }

    [Fact]
    public void Nor_is_one_that_outlived_its_station()
    {
        _pc.Run(701, "adb", parent: 1, "-L", "tcp:localhost:40001", "nodaemon", "server");
        _pc.Write("proc/701/cwd/server", "701 boot/1");

        Assert.Equal(Health.Good, Look().Health);
    }

    [Fact]
    public void A_person_who_merely_reads_a_log_with_adb_holds_no_phone() // the server does
    {
        _pc.Run(702, "adb", parent: 1, "logcat");

        Assert.Equal(Health.Good, Look().Health);
    }

    private Finding Look() => Assert.Single(_pc.Look("phone-thieves"));
}

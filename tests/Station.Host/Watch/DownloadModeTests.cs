using Espero.Station.CommandLine;
using Espero.Station.Recipes.Failures;
using PhoneMode = Espero.Plan.V1.PhoneMode;
using RebootTarget = Espero.Plan.V1.RebootTarget;

namespace Espero.Station.Host.Tests.Watch;

/// <summary>Whole recipes on a phone in Samsung's download mode.</summary>
public sealed class DownloadModeTests
{
    private const string Flash = "  - flash: { partition: RECOVERY, file: recovery.img }\n";
    private const string FlashBoot = "  - flash: { partition: BOOT, file: recovery.img }\n";
    private const string Ask = "  - ask: { sentence: enter-download-mode, needs: keys, mode: download, within: 60s }\n";
    private const string Reboot = "  - reboot: system\n";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_recovery_is_written_and_only_the_plan_restarts_the_phone()
    {
        await using var rig = Plugged();

        var exit = await rig.FlashAsync(Flash + FlashBoot + Reboot);

        Assert.True(exit == ExitCode.Ok, rig.Talk);
        Assert.Equal(rig.Image, rig.Written("RECOVERY"));
        Assert.Equal(rig.Image, rig.Written("BOOT"));
        Assert.Equal(["download-pit", "flash --resume", "flash --resume", "close-pc-screen --resume"], rig.Operations);
    }

    [Theory]
    [InlineData("CACHE", 1000, FailureCode.PartitionMissing)]
    [InlineData("RECOVERY", (1 << 20) + 1, FailureCode.ImageTooBig)]
    public async Task What_the_phones_table_has_no_room_for_is_refused_before_anything(string partition, int imageBytes, string code)
    {
        await using var rig = Plugged();
        await File.WriteAllBytesAsync(Path.Combine(rig.Files, "other.img"), new byte[imageBytes], Stop);

        var exit = await rig.FlashAsync($"  - fetch: [other.img]\n{FlashBoot}  - flash: {{ partition: {partition}, file: other.img }}\n");

        Assert.Equal(ExitCode.Refused, exit);
        Assert.Contains($"\"failureClass\":\"{code}\"", rig.Output, StringComparison.Ordinal);
        Assert.Equal(["download-pit"], rig.Operations);
    }

    [Fact]
    public async Task A_partition_of_which_no_size_is_told_can_be_written()
    {
        await using var rig = Plugged();

        var exit = await rig.FlashAsync("  - flash: { partition: USERDATA, file: recovery.img }\n");

        Assert.True(exit == ExitCode.Ok, rig.Talk);
    }

    [Fact]
    public async Task A_phone_that_a_person_brings_back_into_the_mode_gets_a_new_session()
    {
        await using var rig = Plugged();
        rig.During("close-pc-screen", rig.Replug);

        var exit = await rig.FlashAsync(Flash + Reboot + Ask + FlashBoot);

        Assert.True(exit == ExitCode.Ok, rig.Talk);
        Assert.Equal(["download-pit", "flash --resume", "close-pc-screen --resume", "download-pit", "flash --resume"], rig.Operations);
    }

    [Fact]
    public async Task A_phone_that_was_plugged_in_anew_between_two_writes_is_nobody_known()
    {
        await using var rig = Plugged();
        rig.During("flash", rig.Replug);

        var exit = await rig.FlashAsync(Flash + FlashBoot);

        Assert.Equal(ExitCode.Failed, exit);
        Assert.Contains("\"outcome\":\"interrupted\"", rig.Output, StringComparison.Ordinal);
        Assert.Empty(rig.Written("BOOT"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("SAMSUNG001")]
    public async Task A_phone_that_was_plugged_in_anew_since_its_check_is_not_written(string? serial)
    {
        await using var rig = Plugged(serial);

        var exit = await rig.FlashAsync(Flash, asked: () => Replug(rig, serial));

        Assert.Equal(ExitCode.Refused, exit);
        Assert.Contains("\"failureClass\":\"phone-unplugged\"", rig.Output, StringComparison.Ordinal);
        Assert.Empty(rig.Written("RECOVERY"));
    }

    [Fact]
    public async Task Another_serial_after_an_expected_restart_ends_the_attempt()
    {
        await using var rig = Plugged(serial: "SAMSUNG001");
        rig.During("close-pc-screen", $"{rig.Replug}\necho SAMSUNG002 > '{rig.Sockets.Root}/{DownloadRig.Port}/serial'");

        await rig.FlashAsync(Flash + Reboot + Ask + FlashBoot);

        Assert.Contains("\"outcome\":\"interrupted\"", rig.Output, StringComparison.Ordinal);
        Assert.Empty(rig.Written("BOOT"));
    }

    [Theory]
    [InlineData("ERROR: Failed to receive handshake response. Result: -7", ":", FailureCode.OdinSessionLost)]
    [InlineData("ERROR: Failed to confirm end of file transfer sequence!", ":", FailureCode.OdinImageRefused)]
    [InlineData("ERROR: Failed to send file part packet!", "UNPLUG", FailureCode.CableLost)]
    [InlineData("ERROR: Failed to access device. libusb error: -3", ":", FailureCode.StationNoPermission)]
    public async Task What_goes_wrong_comes_back_as_its_class(string said, string happens, string code)
    {
        await using var rig = Plugged();
        rig.During("flash", rig.FailFromNowOn(said, happens == "UNPLUG" ? rig.Unplug : happens));

        var exit = await rig.FlashAsync(Flash + FlashBoot);

        Assert.Equal(ExitCode.Failed, exit);
        Assert.Contains($"\"failureClass\":\"{code}\"", rig.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_lost_session_nothing_more_is_asked_until_the_phone_enters_the_mode_anew()
    {
        await using var rig = Plugged();
        rig.During("flash", rig.FailFromNowOn("ERROR: Failed to send file part packet!"));
        await rig.FlashAsync(Flash + FlashBoot);
        var asked = rig.Operations.Length;

        var again = await rig.Bench.Connector.ConnectAsync(DownloadRig.Address, _ => { }, Stop);
        Replug(rig, serial: null);
        var anew = await rig.Bench.Connector.ConnectAsync(DownloadRig.Address, _ => { }, Stop);

        Assert.Equal(FailureCode.OdinSessionLost, again.Error?.FailureClass);
        Assert.True(anew.Succeeded);
        Assert.Equal(asked, rig.Operations.Length);
    }

    [Fact]
    public async Task A_missing_heimdall_is_named_with_its_package()
    {
        await using var rig = new DownloadRig(program: "/nowhere/heimdall");
        rig.Sockets.PlugDownloadMode(DownloadRig.Port);

        Assert.Equal(ExitCode.Refused, await rig.FlashAsync(Flash));

        Assert.Contains(FailureCode.StationProgramMissing, rig.Talk, StringComparison.Ordinal);
        Assert.Contains("apt-get install heimdall-flash", rig.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_look_takes_no_session()
    {
        await using var rig = Plugged(serial: "SAMSUNG001");

        var connected = await rig.Bench.Connector.ConnectAsync(DownloadRig.Address, _ => { }, Stop);
        var look = await connected.Value.LookAsync(Stop);

        Assert.Equal((PhoneMode.Download, "SAMSUNG001"), (look.Value.Mode, look.Value.Serial));
        Assert.Equal("Gadget Serial", look.Value.Facts["usb.product"]);
        Assert.Empty(rig.Operations);
    }

    [Theory]
    [InlineData(RebootTarget.Recovery)]
    [InlineData(RebootTarget.Download)]
    [InlineData(RebootTarget.Bootloader)]
    public async Task Download_mode_restarts_into_the_system_only(RebootTarget target)
    {
        await using var rig = Plugged();
        var connected = await rig.Bench.Connector.ConnectAsync(DownloadRig.Address, _ => { }, Stop);

        var answer = await connected.Value.RebootAsync(target, Stop);

        Assert.Equal(FailureCode.CommandNotSupported, answer.Error?.FailureClass);
        Assert.Empty(rig.Operations);
    }

    private static DownloadRig Plugged(string? serial = null)
    {
        var rig = new DownloadRig();
        rig.Sockets.PlugDownloadMode(DownloadRig.Port, serial: serial);
        return rig;
    }

    private static void Replug(DownloadRig rig, string? serial)
    {
        rig.Sockets.Unplug(DownloadRig.Port);
        rig.Sockets.PlugDownloadMode(DownloadRig.Port, address: 8, serial);
    }
}

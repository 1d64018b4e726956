using Espero.VirtualPhone.State;
using Espero.VirtualPhone.Tests.Doubles;

namespace Espero.VirtualPhone.Tests.Program;

/// <summary>Debian's own adb against the phone: what it accepts, real phones speak too.</summary>
public sealed class RealAdbTests : IDisposable
{
    private const int MiB = 1 << 20;
    private readonly TemporaryDirectory _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task It_lists_the_phone_and_reads_its_properties()
    {
        await using var phone = RunningPhone.InSystem();
        await using var adb = await AdbServer.ConnectAsync(phone);

        var devices = await adb.RunAsync("devices", "-l");
        var device = await adb.OnPhoneAsync("shell", "getprop", "ro.product.device");

        Assert.Contains("device product:virtual-c model:Virtual_C device:virtual-c", devices.Output, StringComparison.Ordinal);
        Assert.Equal((0, "virtual-c\n"), (device.ExitCode, device.Output));
    }

    [Fact]
    public async Task A_command_of_the_shell_gives_its_exit_code()
    {
        await using var phone = RunningPhone.InSystem();
        await using var adb = await AdbServer.ConnectAsync(phone);

        Assert.Equal(7, (await adb.OnPhoneAsync("shell", "exit", "7")).ExitCode);
        Assert.Equal(127, (await adb.OnPhoneAsync("shell", "no-such-command")).ExitCode);
    }

    [Fact]
    public async Task The_battery_says_how_full_and_how_hot_it_is()
    {
        await using var phone = RunningPhone.InSystem(options => options with { BatteryPercent = 42, BatteryTemperatureTenths = 465 });
        await using var adb = await AdbServer.ConnectAsync(phone);

        var battery = (await adb.OnPhoneAsync("shell", "dumpsys", "battery")).Output;

        Assert.Contains("level: 42", battery, StringComparison.Ordinal);
        Assert.Contains("temperature: 465", battery, StringComparison.Ordinal);
        Assert.Contains("health: 3", battery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pushed_file_can_be_read_back()
    {
        var bytes = Bytes.Random((3 * MiB) + 7);
        await using var phone = RunningPhone.InSystem();
        await using var adb = await AdbServer.ConnectAsync(phone);

        var push = await adb.OnPhoneAsync("push", _files.File("one.bin", bytes), "/sdcard/one.bin");
        var pull = await adb.OnPhoneAsync("pull", "/sdcard/one.bin", Path.Combine(_files.Path, "two.bin"));

        Assert.True((push.ExitCode, pull.ExitCode) == (0, 0), push.Output + pull.Output);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(Path.Combine(_files.Path, "two.bin"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_file_is_refused_where_adb_may_not_write()
    {
        await using var phone = RunningPhone.InSystem();
        await using var adb = await AdbServer.ConnectAsync(phone);

        var push = await adb.OnPhoneAsync("push", _files.File("one.bin", [1]), "/system/one.bin");

        Assert.Equal(1, push.ExitCode);
        Assert.Contains("Read-only file system", push.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", PhoneMode.System)]
    [InlineData("bootloader", PhoneMode.Bootloader)]
    [InlineData("recovery", PhoneMode.Recovery)]
    [InlineData("fastboot", PhoneMode.Fastbootd)]
    [InlineData("sideload", PhoneMode.Sideload)]
    [InlineData("edl", PhoneMode.Edl)]
    public async Task It_reboots_the_phone_into_a_mode(string word, PhoneMode mode)
    {
        await using var phone = RunningPhone.InSystem();
        await using var adb = await AdbServer.ConnectAsync(phone);

        var reboot = await adb.OnPhoneAsync(["reboot", .. word.Length == 0 ? (string[])[] : [word]]);

        Assert.True(reboot.ExitCode == 0, reboot.Output);
        await phone.WaitForAsync(state => state.Mode == mode && (mode != PhoneMode.System || state.SystemStarts == 2));
    }

    [Fact]
    public async Task A_phone_that_never_answers_is_offline()
    {
        await using var phone = RunningPhone.InSystem(options => options with { Faults = RunningPhone.Faults("phone-offline") });
        await using var adb = await AdbServer.ConnectAsync(phone);

        Assert.Contains("offline", (await adb.RunAsync("devices")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_phone_with_debugging_off_takes_no_connection()
    {
        await using var phone = RunningPhone.InSystem(options => options with { Faults = RunningPhone.Faults("debugging-off") });
        await using var adb = await AdbServer.ConnectAsync(phone);

        Assert.DoesNotContain("device", (await adb.RunAsync("devices")).Output["List of devices".Length..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_nobody_accepted_leaves_the_phone_unauthorized()
    {
        await using var phone = RunningPhone.InSystem(options => options with { AdbTrust = AdbTrust.Ask });
        await using var adb = await AdbServer.ConnectAsync(phone);

        Assert.Contains("unauthorized", (await adb.RunAsync("devices")).Output, StringComparison.Ordinal);

        await phone.WaitForAsync(state => state.KeyOnScreen is not null);
        phone.Server.AcceptKey();
        Assert.Equal(0, (await adb.RunAsync("wait-for-device")).ExitCode);
    }

    [Fact]
    public async Task A_key_that_was_accepted_once_is_known_again()
    {
        await using var phone = RunningPhone.InSystem(options => options with { AdbTrust = AdbTrust.Accept });
        await using var adb = await AdbServer.ConnectAsync(phone);
        Assert.Equal(0, (await adb.RunAsync("wait-for-device")).ExitCode);

        await phone.RestartAsync(options => options with { AdbTrust = AdbTrust.Ask, ListenAdb = phone.Server.AdbAddress });
        await adb.WaitForAsync("device");

        Assert.Null(phone.State.KeyOnScreen);
    }
}

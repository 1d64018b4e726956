using Espero.Testing.Images;
using Espero.VirtualPhone.State;
using Espero.VirtualPhone.Tests.Doubles;

namespace Espero.VirtualPhone.Tests.Recoveries;

/// <summary>Packages sent by Debian's own <c>adb sideload</c>.</summary>
public sealed class SideloadTests : IDisposable
{
    private readonly TemporaryDirectory _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task A_package_is_installed_to_the_other_slot_and_starts_next()
    {
        await using var phone = Waiting();
        await using var adb = await AdbServer.ConnectAsync(phone);
        Assert.Contains("sideload", (await adb.RunAsync("devices")).Output, StringComparison.Ordinal);

        var run = await SideloadAsync(adb, TrialPackage.Make());

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Contains("Total xfer: 1.00x", run.Output, StringComparison.Ordinal);
        await phone.WaitForAsync(state => state.Mode == PhoneMode.Recovery);
        await adb.WaitForAsync("recovery");
        Assert.Contains("complete", (await adb.OnPhoneAsync("shell", "cat", "/tmp/recovery.log")).Output, StringComparison.Ordinal);

        await adb.OnPhoneAsync("reboot");
        await phone.WaitForAsync(state => state.Mode == PhoneMode.System);
        await adb.WaitForAsync("device");
        Assert.Equal("b", phone.State.CurrentSlot);
        Assert.Equal(TrialPackage.Fingerprint, (await adb.OnPhoneAsync("shell", "getprop", "ro.build.fingerprint")).Output.Trim());
    }

    public static TheoryData<byte[], string> Refused => new()
    {
        { TrialPackage.Make(device: "another"), "Package is for product another" },
        { TrialPackage.Make(patch: "2020-01-05"), "SPL downgrade" },
        { Bytes.Random(100_000), "not a valid package" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_refused_package_ends_as_well_as_an_installed_one_and_only_the_log_tells(byte[] package, string why)
    {
        await using var phone = Waiting();
        await using var adb = await AdbServer.ConnectAsync(phone);

        var run = await SideloadAsync(adb, package);

        Assert.True(run.ExitCode == 0, run.Output);
        await phone.WaitForAsync(state => state.Mode == PhoneMode.Recovery);
        await adb.WaitForAsync("recovery");
        Assert.Contains(why, (await adb.OnPhoneAsync("shell", "cat", "/tmp/recovery.log")).Output, StringComparison.Ordinal);
        Assert.Equal("a", phone.State.CurrentSlot);
    }

    [Theory]
    [InlineData(true, "b")]
    [InlineData(false, "a")]
    public async Task An_unsigned_package_is_refused_where_nobody_can_be_asked(bool hasSignature, string slot)
    {
        await using var phone = RunningPhone.InSystem();
        await using var adb = await AdbServer.ConnectAsync(phone);
        await adb.OnPhoneAsync("reboot", "sideload-auto-reboot");
        await phone.WaitForAsync(state => state.Mode == PhoneMode.Sideload);
        await adb.WaitForAsync("sideload");

        await SideloadAsync(adb, TrialPackage.Make(hasSignature));

        await phone.WaitForAsync(state => state.Mode == PhoneMode.System);
        Assert.Equal(slot, phone.State.CurrentSlot);
    }

    [Fact]
    public async Task A_sideload_that_breaks_off_fails()
    {
        await using var phone = Waiting("sideload-breaks-off");
        await using var adb = await AdbServer.ConnectAsync(phone);

        var run = await SideloadAsync(adb, TrialPackage.Make());

        Assert.Equal(1, run.ExitCode);
        await phone.WaitForAsync(state => state.Mode == PhoneMode.Recovery);
        Assert.Equal("a", phone.State.CurrentSlot);
    }

    private static RunningPhone Waiting(params string[] faults) => RunningPhone.InSystem(
        options => options with { StartMode = PhoneMode.Sideload, Faults = RunningPhone.Faults(faults) });

    private Task<ToolRun> SideloadAsync(AdbServer adb, byte[] package) =>
        adb.OnPhoneAsync("sideload", _files.File("package.zip", package));
}

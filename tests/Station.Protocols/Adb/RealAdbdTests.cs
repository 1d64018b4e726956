using System.Security.Cryptography;
using Espero.Station.Protocols.Adb;
using Espero.Testing.Waiting;

namespace Espero.Station.Protocols.Tests.Adb;

/// <summary>Our client, Debian's adb server and Debian's adbd: nothing here but the client was written by us.</summary>
public sealed class RealAdbdTests : IDisposable
{
    private const int LargeBytes = (64 << 20) + 77;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly TempFolder _files = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("echo out; echo err >&2; exit 7", "out\n", "err\n", 7)]
    [InlineData("printf 'no newline'", "no newline", "", 0)]
    [InlineData("kill -9 $$", "", "", 137)]
    [InlineData("command-that-is-not-there 2>/dev/null", "", "", 127)]
    public async Task A_command_gives_both_its_outputs_and_its_exit_code(string command, string output, string error, int exitCode)
    {
        await using var rig = await Rig.StartAsync();

        Assert.Equal(new ShellOutput(output, error, exitCode), (await rig.Phone.ShellAsync(command, Stop)).Value);
    }

    [Fact]
    public async Task A_command_that_prints_much_loses_nothing()
    {
        await using var rig = await Rig.StartAsync();

        var printed = await rig.Phone.ShellAsync("seq 200000", Stop);

        Assert.Equal(string.Concat(Enumerable.Range(1, 200_000).Select(number => $"{number}\n")), printed.Value?.Output);
    }

    [Theory]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite, "rw-rw-rw-")]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserExecute, "r-xr-xr-x")]
    public async Task A_pushed_file_arrives_with_its_content_and_its_owner_s_mode_for_all(UnixFileMode mode, string seen)
    {
        await using var rig = await Rig.StartAsync();
        var content = Random(300_077);

        var receipt = await rig.Phone.PushAsync(Write(content), rig.OnPhone("it's a file"), mode, progress: null, Stop);

        Assert.Null(receipt.Error);
        Assert.True(receipt.Value.IsHashSeen);
        Assert.Equal(content, await File.ReadAllBytesAsync(rig.OnPhone("it's a file"), Stop));
        Assert.Equal($"-{seen}\n", (await rig.Phone.ShellAsync($"stat -c %A \"{rig.OnPhone("it's a file")}\"", Stop)).Value?.Output);
    }

    [Fact]
    public async Task A_large_file_arrives_whole()
    {
        await using var rig = await Rig.StartAsync();
        var content = Random(LargeBytes);

        var receipt = await rig.Phone.PushAsync(Write(content), rig.OnPhone("large"), UnixFileMode.UserRead, progress: null, Stop);

        Assert.Null(receipt.Error);
        Assert.Equal(((long)LargeBytes, true), (receipt.Value.SizeBytes, receipt.Value.IsHashSeen));
        await using var arrived = File.OpenRead(rig.OnPhone("large"));
        Assert.Equal(SHA256.HashData(content), await SHA256.HashDataAsync(arrived, Stop));
    }

    [Fact]
    public async Task A_file_that_the_phone_has_no_place_for_is_refused_in_the_phone_s_words()
    {
        await using var rig = await Rig.StartAsync();

        var receipt = await rig.Phone.PushAsync(Write(Random(5000)), "/proc/none/file", UnixFileMode.UserRead, progress: null, Stop);

        Assert.Equal(AdbFailure.Refused, receipt.Error?.Failure);
        Assert.Contains("No such file or directory", receipt.Error?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_daemon_that_dies_in_the_middle_of_a_push_is_a_lost_phone_and_serves_again_once_it_is_back()
    {
        await using var rig = await Rig.StartAsync();
        var before = Assert.Single((await rig.Server.Client.GetDevicesAsync(Stop)).Value);
        var returning = rig.Server.Client.WaitForNetworkReturnAsync(
            before, rig.Adbd.Host, rig.Adbd.Port, back => back.State == AdbState.Device, Limit, Stop);
        var kill = new At(1 << 20, rig.Adbd.Kill);

        var receipt = await rig.Phone.PushAsync(Write(Random(LargeBytes)), rig.OnPhone("cut"), UnixFileMode.UserRead, kill, Stop);

        Assert.True(receipt.Error?.Failure is AdbFailure.ConnectionLost or AdbFailure.PhoneGone, $"{receipt.Error}");
        await rig.Adbd.StartDaemonAsync(Stop);
        Assert.Null((await returning).Error);
        var phone = rig.Server.Client.Phone(AdbTarget.BySerial(before.Serial));
        Assert.Equal("back\n", (await phone.ShellAsync("echo back", Stop)).Value?.Output);
    }

    [Fact]
    public async Task A_daemon_that_dies_in_the_middle_of_a_command_gives_no_exit_code()
    {
        await using var rig = await Rig.StartAsync();

        var running = rig.Phone.ShellAsync($"touch {rig.OnPhone("begun")}; sleep 60", Stop);
        await Eventually.HoldsAsync(
            "the command begins", _ => Task.FromResult(File.Exists(rig.OnPhone("begun"))), Limit, TimeProvider.System, Stop);
        rig.Adbd.Kill();

        var failure = (await running.WaitAsync(Limit, Stop)).Error?.Failure;
        Assert.True(failure is AdbFailure.ConnectionLost or AdbFailure.PhoneGone, $"{failure}");
    }

    private string Write(byte[] content) => _files.Write("file", content);

    private static byte[] Random(int bytes)
    {
        var content = new byte[bytes];
        new Random(bytes).NextBytes(content);
        return content;
    }

    /// <summary>Acts once, as soon as so many bytes were sent.</summary>
    private sealed class At(long bytes, Action act) : IProgress<long>
    {
        private bool _done;

        public void Report(long value)
        {
            if (!_done && value >= bytes)
            {
                _done = true;
                act();
            }
        }
    }

    private sealed class Rig(RealServer server, RealAdbd adbd, AdbPhone phone) : IAsyncDisposable
    {
        public RealServer Server => server;

        public RealAdbd Adbd => adbd;

        public AdbPhone Phone => phone;

        public static async Task<Rig> StartAsync()
        {
            RealAdbd.SkipUnlessPossible();
            var adbd = await RealAdbd.StartAsync(Stop);
            var server = await RealServer.StartAsync(Stop);
            return new Rig(server, adbd, await server.PhoneAsync(adbd.Host, adbd.Port, Stop));
        }

        public string OnPhone(string name) => Path.Combine(adbd.Storage, name);

        public async ValueTask DisposeAsync()
        {
            await server.DisposeAsync();
            await adbd.DisposeAsync();
        }
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using Espero.Testing;
using Espero.Testing.Programs;

namespace Espero.Station.Protocols.Tests.Adb;

/// <summary>
/// Debian's adbd, the daemon of a real phone, behind Debian's adb server. deploy/backports.sh fetches it. Its authentication is
/// compiled out, so it runs in a network of its own and as nobody.
/// </summary>
internal sealed partial class RealAdbd : IAsyncDisposable
{
    private const UnixFileMode EverybodyMayRead = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private const UnixFileMode EverybodyMayWrite = EverybodyMayRead | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private static readonly string Fetched = Repository.PathTo(".run", "adbd", "root");
    private readonly TemporaryFolder _folder = new();
    private readonly DeadEndNetwork _network;
    private ChildProgram? _daemon;

    private RealAdbd(DeadEndNetwork network) => _network = network;

    public string Host => _network.Address;

    /// <summary>All its addresses are its own, but on VSOCK, where adbd listens too, the whole machine shares the ports.</summary>
    public int Port { get; } = FreePort.Find();

    /// <summary>A place of the phone's storage that this test can look into.</summary>
    public string Storage => _folder.PathTo("storage");

    /// <summary>Skips the test, and says why, where adbd cannot be had or be kept to itself.</summary>
    public static void SkipUnlessPossible()
    {
        Assert.SkipUnless(
            Directory.Exists(Fetched), $"NOT TESTED: Debian's adbd is not in {Fetched}; tests/run.sh fetches it on Debian 12.");
        Assert.SkipUnless(
            DeadEndNetwork.CanBeMade,
            "NOT TESTED: Debian's adbd lets anybody in; only root, with iproute2, can give it a network of its own.");
    }

    public static async Task<RealAdbd> StartAsync(CancellationToken cancellationToken)
    {
        var adbd = new RealAdbd(await DeadEndNetwork.StartAsync(cancellationToken));
        adbd.Copy();
        await adbd.StartDaemonAsync(cancellationToken);
        return adbd;
    }

    /// <summary>Starts the daemon, which was killed or never ran.</summary>
    public async Task StartDaemonAsync(CancellationToken cancellationToken)
    {
        _daemon = _network.Start(_folder.PathTo("program/adbd"), new Dictionary<string, string?>
        {
            ["ADBD_PORT"] = Port.ToString(CultureInfo.InvariantCulture),
            ["LD_LIBRARY_PATH"] = _folder.PathTo("program"),
        });
        await _daemon.WaitForLineAsync(Started(), Limit, cancellationToken);
    }

    /// <summary>Ends the daemon in the middle of whatever it does.</summary>
    public void Kill() => _daemon!.Kill();

    public async ValueTask DisposeAsync()
    {
        if (_daemon is { } daemon)
        {
            await daemon.DisposeAsync();
        }

        await _network.DisposeAsync();
        _folder.Dispose();
    }

    // Nobody may not enter every clone.
    private void Copy()
    {
        File.SetUnixFileMode(_folder.Path, EverybodyMayRead);
        Directory.CreateDirectory(_folder.PathTo("program"), EverybodyMayRead);
        Directory.CreateDirectory(Storage);
        File.SetUnixFileMode(Storage, EverybodyMayWrite);
        string[] files =
        [
            Path.Combine(Fetched, "usr/lib/android-sdk/platform-tools/adbd"),
            .. Directory.EnumerateFiles(Path.Combine(Fetched, "usr/lib"), "lib*.so.0", SearchOption.AllDirectories),
        ];
        foreach (var file in files)
        {
            var copy = _folder.PathTo($"program/{Path.GetFileName(file)}");
            File.Copy(file, copy);
            File.SetUnixFileMode(copy, EverybodyMayRead);
        }
    }

    [GeneratedRegex("adbd started$")]
    private static partial Regex Started();
}

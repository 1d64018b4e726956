using System.Globalization;
using System.Text.RegularExpressions;
using Espero.Testing.Programs;

namespace Espero.Station.Protocols.Tests.Adb;

/// <summary>
/// A network of its own for a program that listens on every address and lets anybody in: one virtual cable leads there, from this
/// machine alone. It goes with the process that holds it. Only root may make one.
/// </summary>
internal sealed partial class DeadEndNetwork : IAsyncDisposable
{
    private const int SubnetAddresses = 4;
    private const int Subnets = (1 << 17) / SubnetAddresses; // 198.18.0.0/15
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private readonly ChildProgram _holder;
    private readonly string _cable;

    private DeadEndNetwork(ChildProgram holder)
    {
        _holder = holder;
        _cable = string.Create(CultureInfo.InvariantCulture, $"esp{Environment.ProcessId}");
    }

    public static bool CanBeMade => Environment.IsPrivilegedProcess && File.Exists("/usr/bin/nsenter") && File.Exists("/usr/sbin/ip");

    /// <summary>Where the program inside is reached.</summary>
    public string Address { get; } = AddressOf(host: 2);

    public static async Task<DeadEndNetwork> StartAsync(CancellationToken cancellationToken)
    {
        var holder = ChildProgram.Start("unshare", "--net", "sh", "-c", "echo made; exec sleep 600");
        var network = new DeadEndNetwork(holder);
        await holder.WaitForLineAsync(Made(), Limit, cancellationToken);
        var id = holder.ProcessId.ToString(CultureInfo.InvariantCulture);
        await IpAsync(cancellationToken, "link", "add", network._cable, "type", "veth", "peer", "name", "inside", "netns", id);
        await IpAsync(cancellationToken, "address", "add", $"{AddressOf(host: 1)}/30", "dev", network._cable);
        await IpAsync(cancellationToken, "link", "set", network._cable, "up");
        await network.RunAsync(cancellationToken, "ip", "address", "add", $"{network.Address}/30", "dev", "inside");
        await network.RunAsync(cancellationToken, "ip", "link", "set", "inside", "up");
        return network;
    }

    /// <summary>Starts a program inside, as nobody: what gets in gets no further.</summary>
    public ChildProgram Start(string program, IReadOnlyDictionary<string, string?> environment) => ChildProgram.Start(
        "nsenter",
        [.. Inside, "setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", "--no-new-privs", program],
        environment);

    public async ValueTask DisposeAsync()
    {
        await ChildProgram.RunAsync("ip", ["link", "delete", _cable], Limit, CancellationToken.None);
        await _holder.DisposeAsync();
    }

    private string[] Inside => ["--target", _holder.ProcessId.ToString(CultureInfo.InvariantCulture), "--net"];

    // RFC 2544 keeps 198.18.0.0/15 for tests. Each process that runs them takes four addresses of its own.
    private static string AddressOf(int host)
    {
        var number = (Environment.ProcessId % Subnets * SubnetAddresses) + host;
        return string.Create(CultureInfo.InvariantCulture, $"198.{18 + (number >> 16)}.{(number >> 8) & 0xff}.{number & 0xff}");
    }

    private static Task IpAsync(CancellationToken cancellationToken, params string[] arguments) =>
        DoAsync("ip", arguments, cancellationToken);

    private Task RunAsync(CancellationToken cancellationToken, params string[] command) =>
        DoAsync("nsenter", [.. Inside, .. command], cancellationToken);

    private static async Task DoAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        var result = await ChildProgram.RunAsync(program, arguments, Limit, cancellationToken);
        Assert.True(result.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {result.ExitCode}: {result.Output}");
    }

    [GeneratedRegex("^made$")]
    private static partial Regex Made();
}

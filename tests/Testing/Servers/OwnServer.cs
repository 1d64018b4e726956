using System.Globalization;
using Espero.Testing.Programs;

namespace Espero.Testing.Servers;

/// <summary>A server of one test's own, to kill and start again at the same address. Gone with the test process.</summary>
/// <param name="kind">What <c>servers.sh --only</c> calls it.</param>
/// <param name="addressKey">The line of its answer that holds the address.</param>
public abstract class OwnServer(string kind, string addressKey) : IAsyncDisposable
{
    private readonly string _name = $"own-{kind}-{Guid.NewGuid():n}";

    /// <summary>The same after every start.</summary>
    protected string AddressText { get; private set; } = "";

    /// <summary>Where it keeps everything.</summary>
    protected string Folder { get; private set; } = "";

    /// <summary>Starts it again after it was killed or stopped.</summary>
    public Task StartAsync(CancellationToken cancellationToken) => RunAsync(["start"], cancellationToken);

    /// <summary>Stops it as a reboot would: clients are told, and what it confirmed is kept.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => RunAsync(["stop"], cancellationToken);

    /// <summary>Kill -9: what it confirmed is on its disk, and nothing else is.</summary>
    public void Kill() => ProcessSignal.EndAtOnce(int.Parse(File.ReadLines(PidFile).First(), CultureInfo.InvariantCulture));

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await ServersCommand.RunAsync(["stop", "--name", _name, "--wipe"], CancellationToken.None);
    }

    /// <summary>Its process id stands in the first line.</summary>
    protected abstract string PidFile { get; }

    protected Task StartFirstAsync(CancellationToken cancellationToken) =>
        RunAsync(["start", "--until-exit-of", $"{Environment.ProcessId}"], cancellationToken);

    private async Task RunAsync(IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var lines = await ServersCommand.RunAsync([.. arguments, "--name", _name, "--only", kind], cancellationToken);
        if (lines.TryGetValue(addressKey, out var address))
        {
            AddressText = address;
            Folder = lines["dir"];
        }
    }
}

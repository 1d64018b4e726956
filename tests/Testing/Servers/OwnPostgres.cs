using System.Globalization;
using Espero.Testing.Programs;

namespace Espero.Testing.Servers;

/// <summary>A PostgreSQL of one test's own, to kill and start again at the same address. Gone with the test process.</summary>
public sealed class OwnPostgres : IAsyncDisposable
{
    private readonly string _name = $"own-postgres-{Guid.NewGuid():n}";
    private string _folder = "";

    private OwnPostgres()
    {
    }

    /// <summary>For Npgsql, of an empty database; the same after every start.</summary>
    public string ConnectionString { get; private set; } = "";

    public static async Task<OwnPostgres> StartNewAsync(CancellationToken cancellationToken)
    {
        var postgres = new OwnPostgres();
        await postgres.RunAsync(["start", "--until-exit-of", $"{Environment.ProcessId}"], cancellationToken);
        return postgres;
    }

    /// <summary>Starts it again after <see cref="Kill"/> or <see cref="StopAsync"/>.</summary>
    public Task StartAsync(CancellationToken cancellationToken) => RunAsync(["start"], cancellationToken);

    /// <summary>Stops it as a reboot would: connections are told, transactions are rolled back.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => RunAsync(["stop"], cancellationToken);

    /// <summary>Kill -9: what it committed is on its disk, and nothing else is.</summary>
    public void Kill()
    {
        var pid = File.ReadLines(Path.Combine(_folder, "postgres", "data", "postmaster.pid")).First();
        ProcessSignal.EndAtOnce(int.Parse(pid, CultureInfo.InvariantCulture));
    }

    public async ValueTask DisposeAsync() =>
        await ServersCommand.RunAsync(["stop", "--name", _name, "--wipe"], CancellationToken.None);

    private async Task RunAsync(IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var lines = await ServersCommand.RunAsync([.. arguments, "--name", _name, "--only", "postgres"], cancellationToken);
        if (lines.TryGetValue("database", out var database))
        {
            ConnectionString = database;
            _folder = lines["dir"];
        }
    }
}

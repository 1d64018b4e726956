using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Espero.Testing;
using Espero.Testing.Programs;
using Espero.Testing.Servers;
using Espero.Testing.Waiting;

namespace Espero.Benchmarks.Orchestrated;

/// <summary>The real orchestrator as a process, on a database and a virtual host of its own.</summary>
internal sealed partial class RunningOrchestrator : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly ChildProgram _program;
    private readonly FreshDatabase _database;
    private readonly TemporaryFolder _data;

    private RunningOrchestrator(ChildProgram program, FreshDatabase database, TemporaryFolder data, FreshBus bus, int grpcPort, int httpPort)
    {
        _program = program;
        _database = database;
        _data = data;
        BusPort = bus.Address.Port;
        Grpc = new Uri($"http://127.0.0.1:{grpcPort}");
        Http = new Uri($"http://127.0.0.1:{httpPort}");
    }

    public Uri Grpc { get; }

    public Uri Http { get; }

    public int BusPort { get; }

    public int ProcessId => _program.ProcessId;

    public string Output => _program.Output;

    public string Database => _database.ConnectionString;

    /// <param name="path">The program; null means the one in out/.</param>
    /// <param name="more">Options beside the usual ones.</param>
    public static async Task<RunningOrchestrator> StartAsync(
        string? path, CancellationToken cancellationToken, params IEnumerable<string> more)
    {
        var database = await FreshDatabase.CreateAsync(cancellationToken);
        var bus = await FreshBus.CreateAsync(cancellationToken);
        var data = new TemporaryFolder();
        var (grpc, http) = (FreePort.Find(), FreePort.Find());
        var program = ChildProgram.Start(
            path ?? EsperoPrograms.Orchestrator,
            ["serve", "--grpc", $"127.0.0.1:{grpc}", "--http", $"127.0.0.1:{http}", "--database", database.ConnectionString,
            "--bus", bus.Address.ToString(), "--data", data.Path, "--countdown", "00:00:00", .. more]);
        var running = new RunningOrchestrator(program, database, data, bus, grpc, http);
        await program.WaitForLineAsync(BusStarted(), StartLimit, cancellationToken);
        await Eventually.HoldsAsync(
            "the orchestrator listens", token => ListensAsync(grpc, token), StartLimit, TimeProvider.System, cancellationToken);
        return running;
    }

    public async ValueTask DisposeAsync()
    {
        await _program.DisposeAsync();
        await _database.DisposeAsync();
        _data.Dispose();
    }

    private static async Task<bool> ListensAsync(int port, CancellationToken cancellationToken)
    {
        using var socket = new TcpClient();
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    [GeneratedRegex("Bus started")]
    private static partial Regex BusStarted();
}

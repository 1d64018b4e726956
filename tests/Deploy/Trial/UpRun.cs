using System.Globalization;
using System.Text.RegularExpressions;
using Espero.Testing;
using Espero.Testing.Programs;

namespace Espero.Deploy.Tests.Trial;

/// <summary>One deploy/up.sh, from its start to its end.</summary>
internal sealed class UpRun : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly TrialClone _clone;
    private readonly ChildProgram _program;

    public UpRun(TrialClone clone, IEnumerable<string> options, IReadOnlyDictionary<string, string?> environment)
    {
        _clone = clone;
        string[] all = [.. options];
        string[] ports = all.Contains("--station-only") || all.Contains("--http-port")
            ? []
            : ["--http-port", Text(FreePort.Find()), "--grpc-port", Text(GrpcPort = FreePort.Find())];
        _program = ChildProgram.Start(clone.Up, [.. all, .. ports], environment);
    }

    public int GrpcPort { get; }

    public string Output => _program.Output;

    public string Orchestrator => $"http://127.0.0.1:{GrpcPort}";

    public void Interrupt() => _program.Interrupt();

    public Task<Match> WaitForLineAsync(string pattern, CancellationToken cancellationToken) =>
        _program.WaitForLineAsync(new Regex(pattern), Limit, cancellationToken);

    public Task<int> WaitForExitAsync(CancellationToken cancellationToken) => _program.WaitForExitAsync(Limit, cancellationToken);

    /// <summary>The one sentence that it ends with; fails if it said anything else about the trouble.</summary>
    public async Task<string> RefusalAsync(CancellationToken cancellationToken)
    {
        var exit = await WaitForExitAsync(cancellationToken);
        Assert.True(exit == 1, $"It ended with {exit}: {Output}");
        return Assert.Single(Output.Split('\n'), line => line.StartsWith("espero: ", StringComparison.Ordinal));
    }

    /// <summary>Asks it to stop and, when it does not, fails the test that left it running.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_program.HasExited)
        {
            _program.Interrupt();
            _program.Interrupt();
            await WaitForExitAsync(CancellationToken.None);
        }

        await _program.DisposeAsync();
        await Leftovers.GoneAsync(_clone);
    }

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using Espero.Testing.Programs;

namespace Espero.Testing.Servers;

/// <summary>A RabbitMQ of one test's own, to kill, wipe and start again at the same address. Gone with the test process.</summary>
public sealed class OwnRabbit : IAsyncDisposable
{
    private readonly string _name = $"own-rabbit-{Guid.NewGuid():n}";
    private string _folder = "";

    private OwnRabbit()
    {
    }

    /// <summary>amqp:// address; the same after every start.</summary>
    public Uri Address { get; private set; } = new("amqp://127.0.0.1/");

    public static async Task<OwnRabbit> StartNewAsync(CancellationToken cancellationToken)
    {
        var rabbit = new OwnRabbit();
        await rabbit.RunAsync(["start", "--until-exit-of", $"{Environment.ProcessId}"], cancellationToken);
        return rabbit;
    }

    /// <summary>Starts it again after <see cref="Kill"/>, <see cref="StopAsync"/> or <see cref="WipeAsync"/>.</summary>
    public Task StartAsync(CancellationToken cancellationToken) => RunAsync(["start"], cancellationToken);

    /// <summary>Stops it as a reboot would: what it confirmed is kept.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => RunAsync(["stop"], cancellationToken);

    /// <summary>Kill -9: what it confirmed is on its disk.</summary>
    public void Kill()
    {
        var pid = File.ReadAllText(Path.Combine(_folder, "rabbit", "pid"));
        ProcessSignal.EndAtOnce(int.Parse(pid, CultureInfo.InvariantCulture));
    }

    /// <summary>Takes its disk away: queues, messages and all it ever confirmed are lost. Stops it first if it runs.</summary>
    public async Task WipeAsync(CancellationToken cancellationToken)
    {
        await StopAsync(cancellationToken);
        Directory.Delete(Path.Combine(_folder, "rabbit", "mnesia"), recursive: true);
    }

    public async ValueTask DisposeAsync() =>
        await ServersCommand.RunAsync(["stop", "--name", _name, "--wipe"], CancellationToken.None);

    private async Task RunAsync(IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var lines = await ServersCommand.RunAsync([.. arguments, "--name", _name, "--only", "rabbit"], cancellationToken);
        if (lines.TryGetValue("bus", out var bus))
        {
            Address = new Uri(bus);
            _folder = lines["dir"];
        }
    }
}

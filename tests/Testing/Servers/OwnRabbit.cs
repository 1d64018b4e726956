namespace Espero.Testing.Servers;

/// <summary>A RabbitMQ of one test's own, whose disk can be taken away.</summary>
public sealed class OwnRabbit : OwnServer
{
    private OwnRabbit()
        : base("rabbit", addressKey: "bus")
    {
    }

    /// <summary>amqp:// address; the same after every start.</summary>
    public Uri Address => new(AddressText);

    protected override string PidFile => Path.Combine(Folder, "rabbit", "pid");

    public static async Task<OwnRabbit> StartNewAsync(CancellationToken cancellationToken)
    {
        var rabbit = new OwnRabbit();
        await rabbit.StartFirstAsync(cancellationToken);
        return rabbit;
    }

    /// <summary>Takes its disk away: queues, messages and all it ever confirmed are lost. Stops it first if it runs.</summary>
    public async Task WipeAsync(CancellationToken cancellationToken)
    {
        await StopAsync(cancellationToken);
        Directory.Delete(Path.Combine(Folder, "rabbit", "mnesia"), recursive: true);
    }
}

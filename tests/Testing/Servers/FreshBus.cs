namespace Espero.Testing.Servers;

/// <summary>An empty virtual host on a real RabbitMQ, for one test class. It goes with the server.</summary>
/// <param name="Address">amqp:// address with user, password and virtual host.</param>
public sealed record FreshBus(Uri Address)
{
    public static async Task<FreshBus> CreateAsync(CancellationToken cancellationToken)
    {
        var servers = await SharedServers.GetAsync(cancellationToken);
        var lines = await ServersCommand.RunAsync(
            ["vhost", "--name", servers.Name, $"test-{Guid.NewGuid():n}"], cancellationToken);
        return new FreshBus(new Uri(lines["bus"]));
    }
}

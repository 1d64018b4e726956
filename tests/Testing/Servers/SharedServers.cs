namespace Espero.Testing.Servers;

/// <summary>
/// The PostgreSQL and RabbitMQ that all tests of this process share: those of tests/run.sh, else a pair of this process's own
/// that goes with it, however it ends.
/// </summary>
/// <param name="Name">The pair's name, as deploy/servers.sh knows it.</param>
/// <param name="Database">Npgsql connection string of a user that may create databases.</param>
internal sealed record SharedServers(string Name, string Database)
{
    private static readonly Lazy<Task<SharedServers>> Started = new(StartAsync);

    public static Task<SharedServers> GetAsync(CancellationToken cancellationToken) => Started.Value.WaitAsync(cancellationToken);

    private static async Task<SharedServers> StartAsync()
    {
        var name = Environment.GetEnvironmentVariable("ESPERO_TEST_SERVERS");
        var database = Environment.GetEnvironmentVariable("ESPERO_TEST_DATABASE");
        if (name is not null && database is not null)
        {
            return new SharedServers(name, database);
        }

        // Several tests wait for this start, so no single test's token may end it.
        var own = $"tests-{Environment.ProcessId}";
        var lines = await ServersCommand.RunAsync(
            ["start", "--name", own, "--until-exit-of", $"{Environment.ProcessId}"], CancellationToken.None);
        return new SharedServers(own, lines["database"]);
    }
}

using Espero.Station.Protocols.Adb;
using Espero.Station.Protocols.Adb.Server;
using Espero.Testing;

namespace Espero.Station.Protocols.Tests.Adb;

/// <summary>Debian's adb server in a folder and on a port of its own, for one test.</summary>
internal sealed class RealServer : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly AdbServer _server;

    private RealServer(TemporaryFolder folder, AdbServer server)
    {
        (_folder, _server) = (folder, server);
        Client = Connect(new AdbOptions());
    }

    public AdbServer Server => _server;

    public AdbClient Client { get; }

    public static async Task<RealServer> StartAsync(CancellationToken cancellationToken)
    {
        var folder = new TemporaryFolder();
        var started = await AdbServer.StartAsync(
            new AdbServerOptions { Folder = folder.Path }, TimeProvider.System, _ => { }, cancellationToken);
        Assert.Null(started.Error);
        return new RealServer(folder, started.Value);
    }

    public AdbClient Connect(AdbOptions options) => new(_server.Endpoint, options, TimeProvider.System);

    /// <summary>The phone behind the fake adbd, connected.</summary>
    public Task<AdbPhone> PhoneAsync(FakeAdbd adbd, CancellationToken cancellationToken) =>
        PhoneAsync("127.0.0.1", adbd.Port, cancellationToken);

    /// <summary>The phone at an address, connected.</summary>
    public async Task<AdbPhone> PhoneAsync(string host, int port, CancellationToken cancellationToken)
    {
        var connected = await Client.ConnectAsync(host, port, cancellationToken);
        Assert.Null(connected.Error);
        var there = await Client.WaitForAsync(
            phone => phone.Serial == connected.Value && phone.State is not AdbState.Offline, TimeSpan.FromSeconds(10), cancellationToken);
        Assert.Null(there.Error);
        return Client.Phone(AdbTarget.BySerial(connected.Value));
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }
}

using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Espero.Station.Protocols.Tests.Adb;

/// <summary>
/// The phone's end of adb on loopback, without authentication, for a real adb server to connect to (AOSP adb/protocol.txt).
/// Each service that the server opens is played by the scene; what the scene does not know is refused.
/// </summary>
internal sealed class FakeAdbd : IAsyncDisposable
{
    private const uint Version = 0x01000001; // checksums are skipped
    private const uint MaxPayload = 1 << 20;

    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _over;
    private readonly Task _serving;
    private readonly ConcurrentDictionary<Socket, bool> _clients = new();
    private readonly Func<string, AdbdStream, CancellationToken, Task?> _scene;

    public FakeAdbd(Func<string, AdbdStream, CancellationToken, Task?> scene, CancellationToken cancellationToken, int port = 0)
    {
        _scene = scene;
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Server.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        _listener.Start();
        _over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _serving = ServeAsync(_over.Token);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string Banner { get; init; } = "device::ro.product.name=nox;ro.product.model=Nox 1;ro.product.device=nox;features=shell_v2,cmd";

    /// <summary>Cuts every connection, as a restart does; the next one is served again.</summary>
    public void Cut()
    {
        foreach (var client in _clients.Keys)
        {
            client.Dispose();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        _listener.Dispose();
        Cut();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _over.Dispose();
    }

    private async Task ServeAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var client = await _listener.AcceptSocketAsync(cancellationToken);
            client.NoDelay = true;
            _clients[client] = true;
            _ = TalkAsync(client, cancellationToken);
        }
    }

    private async Task TalkAsync(Socket client, CancellationToken cancellationToken)
    {
        await using var wire = new AdbWire(new NetworkStream(client, ownsSocket: true));
        var streams = new Dictionary<uint, AdbdStream>();
        var nextId = 1u;
        try
        {
            while (true)
            {
                var packet = await wire.ReadAsync(cancellationToken);
                switch (packet.Command)
                {
                    case AdbWire.Connect:
                        await wire.WriteAsync(AdbWire.Connect, Version, MaxPayload, Encoding.ASCII.GetBytes(Banner), cancellationToken);
                        break;
                    case AdbWire.Open:
                        var id = nextId++;
                        streams[id] = new AdbdStream(wire, id, packet.First);
                        await PlayAsync(Encoding.UTF8.GetString(packet.Payload).TrimEnd('\0'), streams[id], cancellationToken);
                        break;
                    case AdbWire.Write when streams.TryGetValue(packet.Second, out var stream):
                        await stream.TakeAsync(packet.Payload, cancellationToken);
                        break;
                    case AdbWire.Okay when streams.TryGetValue(packet.Second, out var stream):
                        stream.Acknowledge();
                        break;
                    case AdbWire.Close when streams.Remove(packet.Second, out var stream):
                        stream.Hangup();
                        break;
                }
            }
        }
        catch (Exception over) when (over is IOException or OperationCanceledException or ObjectDisposedException)
        {
            foreach (var stream in streams.Values)
            {
                stream.Hangup();
            }
        }
    }

    private async Task PlayAsync(string service, AdbdStream stream, CancellationToken cancellationToken)
    {
        if (_scene(service, stream, cancellationToken) is { } playing)
        {
            await stream.AcceptAsync(cancellationToken);
            _ = FinishAsync(playing, stream, cancellationToken);
        }
        else
        {
            await stream.CloseAsync(cancellationToken);
        }
    }

    private static async Task FinishAsync(Task playing, AdbdStream stream, CancellationToken cancellationToken)
    {
        try
        {
            await playing;
            await stream.CloseAsync(cancellationToken);
        }
        catch (Exception over) when (over is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The server has gone; so has the scene.
        }
    }
}

using System.Net;
using System.Net.Sockets;
using Espero.Station.Protocols.Fastboot;

namespace Espero.Station.Protocols.Tests.Fastboot;

/// <summary>A real listener on loopback that plays one scene to its one client, then hangs up.</summary>
internal sealed class ScriptedPhone : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _over;
    private readonly Task _playing;

    public ScriptedPhone(Func<NetworkStream, FastbootTcpFrames, CancellationToken, Task> scene, CancellationToken cancellationToken)
    {
        _over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _listener.Start();
        _playing = PlayAsync(scene, _over.Token);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public Task<FastbootResult<FastbootSession>> ConnectAsync(FastbootOptions options, CancellationToken cancellationToken) =>
        FastbootTcp.ConnectAsync("127.0.0.1", Port, options, TimeProvider.System, _ => { }, cancellationToken);

    /// <summary>A scene's last line: say nothing until the client has gone.</summary>
    public static Task BeSilentAsync(NetworkStream stream, CancellationToken cancellationToken) =>
        stream.CopyToAsync(Stream.Null, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _playing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _listener.Dispose();
        _over.Dispose();
    }

    private async Task PlayAsync(Func<NetworkStream, FastbootTcpFrames, CancellationToken, Task> scene, CancellationToken cancellationToken)
    {
        using var client = await _listener.AcceptTcpClientAsync(cancellationToken);
        var stream = client.GetStream();
        await scene(stream, new FastbootTcpFrames(stream), cancellationToken);
    }
}

using System.Net;
using System.Net.Sockets;
using System.Text;
using Espero.Station.Protocols.Adb;

namespace Espero.Station.Protocols.Tests.Adb;

/// <summary>An adb server on loopback that answers each request from a script, then says nothing more or hangs up.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Dictionary<string, Queue<byte[]>> _script = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _over;
    private readonly Task _serving;

    public ScriptedServer(CancellationToken cancellationToken)
    {
        _over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _listener.Start();
        _serving = ServeAsync(_over.Token);
    }

    /// <summary>Whether an answer is followed by the end of the connection, or by silence.</summary>
    public bool HangsUp { get; init; } = true;

    /// <summary>Everything that was asked, in order.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>The answer to a request; the last one given for it is repeated.</summary>
    public ScriptedServer Answer(string request, params string[] answers)
    {
        _script[request] = new Queue<byte[]>(answers.Select(Encoding.Latin1.GetBytes));
        return this;
    }

    public AdbClient Connect(AdbOptions? options = null) =>
        new((IPEndPoint)_listener.LocalEndpoint, options ?? new AdbOptions(), TimeProvider.System);

    public static string Text(string text) => $"{text.Length:x4}{text}";

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _listener.Dispose();
        _over.Dispose();
    }

    private async Task ServeAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            using var client = await _listener.AcceptTcpClientAsync(cancellationToken);
            try
            {
                await TalkAsync(client.GetStream(), cancellationToken);
            }
            catch (IOException)
            {
                // The client has what it wanted; the next one may come.
            }
        }
    }

    private async Task TalkAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        while (await ReadRequestAsync(stream, cancellationToken) is { } request)
        {
            Asked.Add(request);
            var isTransport = request.StartsWith("host:transport", StringComparison.Ordinal);
            if (_script.TryGetValue(request, out var answers))
            {
                await stream.WriteAsync(answers.Count > 1 ? answers.Dequeue() : answers.Peek(), cancellationToken);
            }
            else if (isTransport)
            {
                await stream.WriteAsync("OKAY"u8.ToArray(), cancellationToken);
            }

            if (!isTransport)
            {
                await EndAsync(stream, cancellationToken);
                return;
            }
        }
    }

    // What the client still says is read: a socket closed over unread bytes takes back what it has sent.
    private async Task EndAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        if (HangsUp)
        {
            stream.Socket.Shutdown(SocketShutdown.Send);
        }

        await stream.CopyToAsync(Stream.Null, cancellationToken);
    }

    private static async Task<string?> ReadRequestAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var length = new byte[4];
        if (await stream.ReadAtLeastAsync(length, length.Length, throwOnEndOfStream: false, cancellationToken) < length.Length)
        {
            return null;
        }

        var request = new byte[Convert.ToInt32(Encoding.ASCII.GetString(length), 16)];
        await stream.ReadExactlyAsync(request, cancellationToken);
        return Encoding.UTF8.GetString(request);
    }
}

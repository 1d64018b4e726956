using System.Net;
using System.Net.Sockets;
using System.Text;
using Espero.Station.Protocols.Fastboot;

namespace Espero.VirtualPhone.Tests.Doubles;

/// <summary>A client that can say anything; all its waits end with the same limit.</summary>
internal sealed class TestClient : IAsyncDisposable
{
    private readonly CancellationTokenSource _limit;
    private readonly byte[] _packet = new byte[FastbootReply.MaxPacketBytes];

    private TestClient(NetworkStream stream, CancellationTokenSource limit)
    {
        _limit = limit;
        Stream = stream;
        Frames = new FastbootTcpFrames(stream);
    }

    public NetworkStream Stream { get; }

    public FastbootTcpFrames Frames { get; }

    /// <summary>INFO lines of all commands so far.</summary>
    public List<string> Messages { get; } = [];

    public CancellationToken Limit => _limit.Token;

    public static async Task<TestClient> ConnectAsync(IPEndPoint address, TimeSpan limit)
    {
        var client = await ConnectWithoutHandshakeAsync(address, limit);
        await client.Frames.ShakeHandsAsync(client.Limit);
        return client;
    }

    public static async Task<TestClient> ConnectWithoutHandshakeAsync(IPEndPoint address, TimeSpan limit)
    {
        var limited = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limited.CancelAfter(limit);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(address, limited.Token);
        return new TestClient(new NetworkStream(socket, ownsSocket: true), limited);
    }

    public async Task<FastbootReply> SendAsync(string command)
    {
        await Frames.WritePacketAsync(Encoding.Latin1.GetBytes(command), Limit);
        return await ReadReplyAsync();
    }

    public async Task<string?> GetVariableAsync(string name) =>
        await SendAsync($"getvar:{name}") is { Kind: FastbootReplyKind.Okay } reply ? reply.Text : null;

    public async Task<FastbootReply> DownloadAsync(ReadOnlyMemory<byte> image)
    {
        var reply = await SendAsync($"download:{image.Length:x8}");
        if (reply.Kind != FastbootReplyKind.Data)
        {
            return reply;
        }

        await Frames.BeginDataAsync(image.Length, Limit);
        await Frames.WriteDataAsync(image, Limit);
        return await ReadReplyAsync();
    }

    /// <summary>Reads what a fetch sends, and the OKAY after it.</summary>
    public async Task<byte[]> ReadDataAsync(int length)
    {
        var data = new byte[length];
        for (var read = 0; read < length;)
        {
            read += await Frames.ReadDataAsync(data.AsMemory(read), Limit);
        }

        Assert.Equal(FastbootReplyKind.Okay, (await ReadReplyAsync()).Kind);
        return data;
    }

    public async Task<FastbootReply> FlashAsync(string partition, ReadOnlyMemory<byte> image)
    {
        Assert.Equal(FastbootReplyKind.Okay, (await DownloadAsync(image)).Kind);
        return await SendAsync($"flash:{partition}");
    }

    /// <summary>Waits for the phone's next bytes, and says whether it ended the connection instead.</summary>
    public async Task<bool> IsDroppedAsync()
    {
        try
        {
            return await Stream.ReadAsync(_packet, Limit) == 0;
        }
        catch (IOException)
        {
            return true; // reset instead of closed: bytes of ours were under way
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Frames.DisposeAsync();
        _limit.Dispose();
    }

    private async Task<FastbootReply> ReadReplyAsync()
    {
        while (true)
        {
            var reply = FastbootReply.Parse(_packet.AsSpan(0, await Frames.ReadPacketAsync(_packet, Limit)));
            if (reply.EndsTheCommand)
            {
                return reply;
            }

            Messages.Add(reply.Text);
        }
    }
}

using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Espero.Station.Protocols.Tests.Fastboot;

/// <summary>
/// A bootloader behind a real UDP socket, as AOSP's README describes the phone's end, on a line as bad as a test wants it.
/// Written by hand, byte by byte, so that the tests do not lean on the code they test.
/// </summary>
internal sealed class UdpPhone : IAsyncDisposable
{
    private const int HeaderBytes = 4;
    private readonly MemoryPhone _phone;
    private readonly int _packetBytes;
    private readonly Func<UdpLine> _line;
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly CancellationTokenSource _over;
    private readonly Task _playing;
    private readonly List<byte> _command = [];
    private readonly Queue<byte[]> _answers = new();
    private ushort _expected = 0xFFFE; // wraps within the first command
    private long _dataLeft;
    private byte[] _last = [];

    public UdpPhone(MemoryPhone phone, CancellationToken cancellationToken, int packetBytes = 1024, Func<UdpLine>? line = null)
    {
        _phone = phone;
        _packetBytes = packetBytes;
        _line = line ?? (() => UdpLine.Good);
        _over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _playing = PlayAsync(_over.Token);
    }

    public int Port => ((IPEndPoint)_socket.LocalEndPoint!).Port;

    public int LargestDatagramBytes { get; private set; }

    public int Datagrams { get; private set; }

    /// <summary>How many times an empty packet is answered with nothing before a reply is given.</summary>
    public int NotYet { get; set; }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _playing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _socket.Dispose();
        _over.Dispose();
    }

    private async Task PlayAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[1 << 16];
        while (true)
        {
            var received = await _socket.ReceiveFromAsync(buffer, new IPEndPoint(IPAddress.Any, 0), cancellationToken);
            var datagram = buffer[..received.ReceivedBytes];
            Datagrams++;
            LargestDatagramBytes = Math.Max(LargestDatagramBytes, datagram.Length);
            foreach (var answer in await AnswersAsync(datagram, cancellationToken))
            {
                await _socket.SendToAsync(answer, received.RemoteEndPoint, cancellationToken);
            }
        }
    }

    private async ValueTask<byte[][]> AnswersAsync(byte[] datagram, CancellationToken cancellationToken)
    {
        var before = _last;
        switch (_line())
        {
            case UdpLine.LosesPacket:
                return [];
            case UdpLine.LosesAnswer:
                await AnswerAsync(datagram, cancellationToken);
                return [];
            case UdpLine.Doubles:
                return [await AnswerAsync(datagram, cancellationToken), await AnswerAsync(datagram, cancellationToken)];
            case UdpLine.Reorders:
                var answer = await AnswerAsync(datagram, cancellationToken);
                return before.Length > 0 ? [before, answer] : [answer];
            case UdpLine.Good:
            default:
                return [await AnswerAsync(datagram, cancellationToken)];
        }
    }

    private async ValueTask<byte[]> AnswerAsync(byte[] datagram, CancellationToken cancellationToken)
    {
        var sequence = BinaryPrimitives.ReadUInt16BigEndian(datagram.AsSpan(2));
        if (datagram[0] == 1)
        {
            return [1, 0, datagram[2], datagram[3], (byte)(_expected >> 8), (byte)_expected];
        }

        if (sequence == _expected)
        {
            _expected++;
            var content = datagram[0] == 2
                ? new byte[] { 0, 1, (byte)(_packetBytes >> 8), (byte)_packetBytes }
                : await TakeAsync(datagram, cancellationToken);
            _last = [datagram[0], (byte)(_answers.Count > 0 ? 1 : 0), datagram[2], datagram[3], .. content];
        }

        return _last;
    }

    private async ValueTask<byte[]> TakeAsync(byte[] datagram, CancellationToken cancellationToken)
    {
        var content = datagram[HeaderBytes..];
        if (content.Length == 0)
        {
            return await ReplyAsync(cancellationToken);
        }

        if (_dataLeft > 0)
        {
            _dataLeft -= content.Length;
            await _phone.WriteDataAsync(content, cancellationToken);
            Assert.Equal(_dataLeft > 0, datagram[1] == 1);
            return [];
        }

        _command.AddRange(content);
        if (datagram[1] == 0)
        {
            await _phone.WritePacketAsync(_command.ToArray(), cancellationToken);
            _command.Clear();
        }

        return [];
    }

    private async ValueTask<byte[]> ReplyAsync(CancellationToken cancellationToken)
    {
        if (_answers.TryDequeue(out var rest))
        {
            return rest;
        }

        if (!_phone.HasReply || NotYet-- > 0)
        {
            return [];
        }

        var room = new byte[1 << 16];
        var reply = room[..await _phone.ReadPacketAsync(room, cancellationToken)];
        if (reply.AsSpan().StartsWith("DATA"u8) && _phone.Commands[^1].StartsWith("download:", StringComparison.Ordinal))
        {
            _dataLeft = long.Parse(Encoding.ASCII.GetString(reply.AsSpan(4)), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            await _phone.BeginDataAsync(_dataLeft, cancellationToken);
        }

        foreach (var piece in reply.Chunk(_packetBytes - HeaderBytes).Skip(1))
        {
            _answers.Enqueue(piece);
        }

        return reply[..Math.Min(reply.Length, _packetBytes - HeaderBytes)];
    }
}

using System.Net.Sockets;
using System.Text;

namespace Espero.Station.Protocols.Fastboot;

/// <summary>
/// One packet there, its one answer back. What is lost is sent again; answers that come twice, late or in another order are known
/// by their number and dropped.
/// </summary>
internal sealed class UdpExchange(IDatagrams peer, FastbootOptions options, TimeProvider time) : IDisposable
{
    // The host's largest packet in AOSP udp.h; the phone may name a smaller one.
    public const int MaxPacketBytes = 8192;

    private readonly byte[] _outgoing = new byte[MaxPacketBytes];

    // One byte more than any packet: a longer datagram shows by filling it.
    private readonly byte[] _incoming = new byte[MaxPacketBytes + 1];
    private readonly UdpPatience _patience = new(options.UdpResend);
    private CancellationTokenSource _wait = NewWait(time);

    /// <summary>The number of the next packet.</summary>
    public ushort Sequence { get; set; }

    /// <summary>Sends a packet until it is answered.</summary>
    /// <returns>The answer's content, valid until the next call, and whether its message goes on.</returns>
    /// <exception cref="IOException">The phone cannot be reached, or left the packet unanswered for <see cref="FastbootOptions.UdpGiveUp"/>.</exception>
    /// <exception cref="FastbootProtocolException">The phone answered with an error or with nonsense.</exception>
    public async ValueTask<(ReadOnlyMemory<byte> Content, bool Continues)> AskAsync(
        FastbootUdpKind kind, ReadOnlyMemory<byte> content, bool continues, CancellationToken cancellationToken)
    {
        var header = new FastbootUdpHeader(kind, continues, Sequence);
        header.Write(_outgoing);
        content.CopyTo(_outgoing.AsMemory(FastbootUdpHeader.Bytes));
        var packet = _outgoing.AsMemory(0, FastbootUdpHeader.Bytes + content.Length);
        var begun = time.GetTimestamp();
        for (var resends = 0; resends == 0 || time.GetElapsedTime(begun) < options.UdpGiveUp; resends++)
        {
            if (await TryAskAsync(header, packet, _patience.After(resends), cancellationToken) is not { } answer)
            {
                continue;
            }

            if (resends == 0)
            {
                _patience.Learn(time.GetElapsedTime(begun));
            }

            Sequence++;
            return answer;
        }

        throw new IOException($"The phone answered nothing for {options.UdpGiveUp.TotalSeconds:0} s.");
    }

    public void Dispose()
    {
        peer.Dispose();
        _wait.Dispose();
    }

    // Null when no answer came in time.
    private async ValueTask<(ReadOnlyMemory<byte> Content, bool Continues)?> TryAskAsync(
        FastbootUdpHeader header, ReadOnlyMemory<byte> packet, TimeSpan wait, CancellationToken cancellationToken)
    {
        // One for very many packets: making two for each cost more than sending it.
        if (!_wait.TryReset())
        {
            _wait.Dispose();
            _wait = NewWait(time);
        }

        await using var stopping = cancellationToken.UnsafeRegister(static one => ((CancellationTokenSource)one!).Cancel(), _wait);
        _wait.CancelAfter(wait);
        try
        {
            await peer.SendAsync(packet, _wait.Token);
            while (true)
            {
                var length = await peer.ReceiveAsync(_incoming, _wait.Token);
                if (TryRead(header, _incoming.AsMemory(0, length), out var answer))
                {
                    return answer;
                }
            }
        }
        catch (OperationCanceledException) when (_wait.IsCancellationRequested)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return null;
        }
        catch (SocketException lost)
        {
            throw new IOException(lost.Message, lost);
        }
    }

    private static CancellationTokenSource NewWait(TimeProvider time) => new(Timeout.InfiniteTimeSpan, time);

    private static bool TryRead(FastbootUdpHeader asked, ReadOnlyMemory<byte> datagram, out (ReadOnlyMemory<byte>, bool) answer)
    {
        var header = FastbootUdpHeader.Parse(datagram.Span);
        var content = datagram[FastbootUdpHeader.Bytes..];
        answer = (content, header.Continues);
        if (header.Sequence != asked.Sequence)
        {
            return false; // the answer to an earlier packet, once more
        }

        return header.Kind switch
        {
            FastbootUdpKind.Error => throw new FastbootProtocolException($"the error '{Encoding.Latin1.GetString(content.Span)}'."),
            _ when datagram.Length > MaxPacketBytes => throw new FastbootProtocolException("a datagram longer than agreed."),
            _ => header.Kind == asked.Kind,
        };
    }
}

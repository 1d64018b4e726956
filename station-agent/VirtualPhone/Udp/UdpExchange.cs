using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Espero.VirtualPhone.Udp;

/// <summary>
/// The phone's side of the packet exchange: the host always speaks first, each packet has one answer under the same number,
/// and the last answer is said again when the host did not hear it.
/// </summary>
internal sealed class UdpExchange(Socket socket, int maxPacketBytes, UdpFaults faults)
{
    private const ushort Version = 1;
    private const int MinPacketBytes = 512;
    private const int MaxDatagramBytes = 65_536;

    private readonly byte[] _incoming = new byte[MaxDatagramBytes];
    private readonly byte[] _outgoing = new byte[MaxDatagramBytes];
    private readonly SocketAddress _from = new(socket.AddressFamily);
    private SocketAddress? _host;
    private ushort _expected;
    private int _outgoingBytes;
    private int _payloadBytes = MinPacketBytes - UdpPacket.HeaderBytes;
    private bool _begun;

    /// <summary>The most bytes of fastboot in one packet.</summary>
    public int PayloadBytes => _payloadBytes;

    /// <summary>Waits until a host has begun a session; at once if one did while the last session was served.</summary>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        while (!_begun)
        {
            await NextAsync(cancellationToken);
        }

        _begun = false;
    }

    /// <summary>The next packet of fastboot, not yet answered; its payload is valid until the next call.</summary>
    /// <exception cref="IOException">A host has begun a new session.</exception>
    public async ValueTask<UdpPacket> ReceiveAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await NextAsync(cancellationToken) is { } packet)
            {
                return packet;
            }

            if (_begun)
            {
                throw new IOException("A host has begun a new session.");
            }
        }
    }

    /// <summary>Answers the packet that was received last.</summary>
    public async ValueTask AnswerAsync(ReadOnlyMemory<byte> payload, bool continues, CancellationToken cancellationToken)
    {
        _outgoingBytes = new UdpPacket(UdpPacketKind.Fastboot, continues, _expected, payload).Write(_outgoing);
        _expected++;
        await SendAsync(_outgoingBytes, _host!, cancellationToken);
    }

    // Null for everything that is not a new packet of fastboot.
    private async ValueTask<UdpPacket?> NextAsync(CancellationToken cancellationToken)
    {
        var length = await socket.ReceiveFromAsync(_incoming, SocketFlags.None, _from, cancellationToken);
        if (faults.LosesThisOne() || UdpPacket.Parse(_incoming.AsMemory(0, length)) is not { } packet)
        {
            return null;
        }

        switch (packet.Kind)
        {
            case UdpPacketKind.Query:
                await AnswerQueryAsync(packet, cancellationToken);
                return null;
            case UdpPacketKind.Initialise when packet.Sequence == _expected:
                await AnswerInitialiseAsync(packet, cancellationToken);
                return null;
            case UdpPacketKind.Error:
                return null;
            case UdpPacketKind.Fastboot when !IsHost():
                await RefuseAsync(packet, "no session: send an initialisation first", cancellationToken);
                return null;
            case var _ when packet.Sequence == (ushort)(_expected - 1) && IsHost():
                await SendAsync(_outgoingBytes, _host!, cancellationToken); // the host did not hear it
                return null;
            default:
                return packet.Kind == UdpPacketKind.Fastboot && packet.Sequence == _expected ? packet : null;
        }
    }

    private bool IsHost() => _host is not null && _host.Equals(_from);

    private async ValueTask AnswerQueryAsync(UdpPacket query, CancellationToken cancellationToken)
    {
        var number = new byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16BigEndian(number, _expected);
        await SendOnceAsync(query with { Payload = number }, cancellationToken);
    }

    private async ValueTask AnswerInitialiseAsync(UdpPacket packet, CancellationToken cancellationToken)
    {
        if (packet.Payload.Length < 2 * sizeof(ushort))
        {
            await RefuseAsync(packet, "an initialisation has four bytes", cancellationToken);
            return;
        }

        var theirs = BinaryPrimitives.ReadUInt16BigEndian(packet.Payload.Span[sizeof(ushort)..]);
        _payloadBytes = Math.Max(MinPacketBytes, Math.Min(theirs, maxPacketBytes)) - UdpPacket.HeaderBytes;
        _host = new SocketAddress(_from.Family, _from.Size);
        _from.Buffer[.._from.Size].CopyTo(_host.Buffer);
        _begun = true;

        var answer = new byte[2 * sizeof(ushort)];
        BinaryPrimitives.WriteUInt16BigEndian(answer, Version);
        BinaryPrimitives.WriteUInt16BigEndian(answer.AsSpan(sizeof(ushort)), (ushort)maxPacketBytes);
        _outgoingBytes = (packet with { Continues = false, Payload = answer }).Write(_outgoing);
        _expected++;
        await SendAsync(_outgoingBytes, _host, cancellationToken);
    }

    private ValueTask RefuseAsync(UdpPacket packet, string why, CancellationToken cancellationToken) =>
        SendOnceAsync(packet with { Kind = UdpPacketKind.Error, Payload = Encoding.ASCII.GetBytes(why) }, cancellationToken);

    private async ValueTask SendOnceAsync(UdpPacket packet, CancellationToken cancellationToken)
    {
        var bytes = new byte[UdpPacket.HeaderBytes + packet.Payload.Length];
        (packet with { Continues = false }).Write(bytes);
        await socket.SendToAsync(bytes, SocketFlags.None, _from, cancellationToken);
    }

    private async ValueTask SendAsync(int length, SocketAddress host, CancellationToken cancellationToken)
    {
        for (var copies = faults.CopiesOfThisOne(); copies > 0; copies--)
        {
            await socket.SendToAsync(_outgoing.AsMemory(0, length), SocketFlags.None, host, cancellationToken);
        }
    }
}

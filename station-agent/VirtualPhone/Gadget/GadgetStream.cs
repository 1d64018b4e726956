using Espero.VirtualPhone.Wire;

namespace Espero.VirtualPhone.Gadget;

/// <summary>
/// The two endpoints as one stream. A controller needs room for whole packets, so what is asked for is rounded up and the
/// rest kept; and it is never asked for more than is to come, because hosts end no data with an empty packet.
/// </summary>
internal sealed class GadgetStream(EndpointLane incoming, EndpointLane outgoing, GadgetEvents events, GadgetInbox inbox) : WireStream
{
    private const int PacketBytes = 512;
    private readonly int _connection = events.Connection;

    /// <summary>Whether the host ended the connection.</summary>
    public bool Lost { get; private set; }

    /// <exception cref="IOException">The host left.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (inbox.IsEmpty)
        {
            ThrowIfLost();
            var wholePackets = (buffer.Length + PacketBytes - 1) / PacketBytes * PacketBytes;
            var room = inbox.Room(wholePackets);
            inbox.Fill(room[..await NoticeLossAsync(incoming.ReadAsync(room, cancellationToken))]);
            ThrowIfLost();
        }

        return inbox.Take(buffer);
    }

    /// <exception cref="IOException">The host left.</exception>
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!buffer.IsEmpty)
        {
            ThrowIfLost(); // or it would wait for the next host, who did not ask
            var part = buffer[..Math.Min(buffer.Length, GadgetInbox.MaxReadBytes)];
            await NoticeLossAsync(outgoing.WriteAsync(part, cancellationToken));
            buffer = buffer[part.Length..];
        }
    }

    // What was read by then stays in the inbox: it is the next client's.
    private void ThrowIfLost()
    {
        if (events.Connection != _connection)
        {
            Lost = true;
            throw new IOException("The host left, or came back.");
        }
    }

    private async Task<int> NoticeLossAsync(Task<int> call)
    {
        try
        {
            return await call;
        }
        catch (IOException)
        {
            Lost = true;
            inbox.Clear();
            throw;
        }
    }
}

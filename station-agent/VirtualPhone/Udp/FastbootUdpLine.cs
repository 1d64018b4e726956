using Espero.Station.Protocols.Fastboot;
using Espero.VirtualPhone.Wire;

namespace Espero.VirtualPhone.Udp;

/// <summary>The phone's end of fastboot over UDP: a reply waits until the host asks for it with an empty packet.</summary>
internal sealed class FastbootUdpLine(UdpExchange exchange) : IFastbootLine
{
    private readonly byte[] _rest = new byte[ushort.MaxValue];
    private int _restStart;
    private int _restEnd;

    public Task GreetAsync(CancellationToken cancellationToken) => exchange.BeginAsync(cancellationToken);

    public async ValueTask<int> ReadCommandAsync(Memory<byte> command, CancellationToken cancellationToken)
    {
        var length = 0;
        while (true)
        {
            var packet = await exchange.ReceiveAsync(cancellationToken);
            if (packet.Payload.IsEmpty)
            {
                continue; // the host asks for a reply, and there is nothing to say
            }

            if (length + packet.Payload.Length > command.Length)
            {
                throw new FastbootProtocolException($"a command of more than {command.Length} bytes.");
            }

            packet.Payload.CopyTo(command[length..]);
            length += packet.Payload.Length;
            await exchange.AnswerAsync(default, continues: false, cancellationToken);
            if (!packet.Continues)
            {
                return length;
            }
        }
    }

    public async ValueTask<int> ReadDataAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        while (_restStart == _restEnd)
        {
            var packet = await exchange.ReceiveAsync(cancellationToken);
            if (!packet.Payload.IsEmpty)
            {
                packet.Payload.CopyTo(_rest);
                (_restStart, _restEnd) = (0, packet.Payload.Length);
                await exchange.AnswerAsync(default, continues: false, cancellationToken);
            }
        }

        var length = Math.Min(buffer.Length, _restEnd - _restStart);
        _rest.AsMemory(_restStart, length).CopyTo(buffer);
        _restStart += length;
        return length;
    }

    public ValueTask WriteReplyAsync(ReadOnlyMemory<byte> reply, CancellationToken cancellationToken) =>
        WriteDataAsync(reply, cancellationToken);

    public ValueTask BeginDataAsync(long lengthBytes, CancellationToken cancellationToken) => default; // the DATA reply said it

    public async ValueTask WriteDataAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        while (!bytes.IsEmpty)
        {
            if (!(await exchange.ReceiveAsync(cancellationToken)).Payload.IsEmpty)
            {
                throw new FastbootProtocolException("data while a reply was due.");
            }

            var part = bytes[..Math.Min(bytes.Length, exchange.PayloadBytes)];
            bytes = bytes[part.Length..];
            await exchange.AnswerAsync(part, continues: !bytes.IsEmpty, cancellationToken);
        }
    }

    // The socket is the port's: the next host uses it too.
    public ValueTask DisposeAsync() => default;
}

using System.Net.Sockets;

namespace Espero.Station.Protocols.Fastboot;

/// <summary>Those of a connected socket, so that the kernel drops what strangers send.</summary>
internal sealed class SocketDatagrams(Socket socket) : IDatagrams
{
    public ValueTask<int> SendAsync(ReadOnlyMemory<byte> datagram, CancellationToken cancellationToken) =>
        socket.SendAsync(datagram, cancellationToken);

    public ValueTask<int> ReceiveAsync(Memory<byte> room, CancellationToken cancellationToken) =>
        socket.ReceiveAsync(room, cancellationToken);

    public void Dispose() => socket.Dispose();
}

using System.Net.Sockets;

namespace Espero.Station.Protocols.Fastboot;

/// <summary>Datagrams to one peer and from it: a connected socket, or a test double that plays a script. One owner.</summary>
/// <remarks>A peer that cannot be reached is a <see cref="SocketException"/>.</remarks>
internal interface IDatagrams : IDisposable
{
    ValueTask<int> SendAsync(ReadOnlyMemory<byte> datagram, CancellationToken cancellationToken);

    /// <summary>Reads one datagram, and says how long it was; what has no room in <paramref name="room"/> is lost.</summary>
    ValueTask<int> ReceiveAsync(Memory<byte> room, CancellationToken cancellationToken);
}

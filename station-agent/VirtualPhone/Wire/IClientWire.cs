using Espero.Station.Protocols.Fastboot;

namespace Espero.VirtualPhone.Wire;

/// <summary>The wire to one client, as the bootloader sees it. One owner; disposing it drops the client.</summary>
/// <remarks>A client that is gone is an <see cref="IOException"/>, nonsense a <see cref="FastbootProtocolException"/>.</remarks>
internal interface IClientWire : IAsyncDisposable
{
    /// <summary>Agrees with the client on the protocol, where the wire has such a thing.</summary>
    ValueTask ShakeHandsAsync(CancellationToken cancellationToken);

    /// <summary>Reads one whole command, and says how long it was.</summary>
    ValueTask<int> ReadPacketAsync(Memory<byte> packet, CancellationToken cancellationToken);

    /// <summary>Reads the next bytes of a data phase, at least one. The buffer is never longer than what is still to come.</summary>
    ValueTask<int> ReadDataAsync(Memory<byte> buffer, CancellationToken cancellationToken);

    ValueTask WritePacketAsync(ReadOnlyMemory<byte> packet, CancellationToken cancellationToken);
}

using Espero.Station.Protocols.Fastboot;

namespace Espero.VirtualPhone.Wire;

/// <summary>A client over TCP: AOSP's frames, whose code both ends share.</summary>
internal sealed class TcpWire(FastbootTcpFrames frames) : IClientWire
{
    public ValueTask ShakeHandsAsync(CancellationToken cancellationToken) => frames.ShakeHandsAsync(cancellationToken);

    public ValueTask<int> ReadPacketAsync(Memory<byte> packet, CancellationToken cancellationToken) =>
        frames.ReadPacketAsync(packet, cancellationToken);

    public ValueTask<int> ReadDataAsync(Memory<byte> buffer, CancellationToken cancellationToken) =>
        frames.ReadDataAsync(buffer, cancellationToken);

    public ValueTask WritePacketAsync(ReadOnlyMemory<byte> packet, CancellationToken cancellationToken) =>
        frames.WritePacketAsync(packet, cancellationToken);

    public ValueTask DisposeAsync() => frames.DisposeAsync();
}

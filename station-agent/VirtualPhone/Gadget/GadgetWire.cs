using Espero.VirtualPhone.Wire;

namespace Espero.VirtualPhone.Gadget;

/// <summary>A client over USB: one transfer is one packet, data is raw, and nobody shakes hands.</summary>
/// <param name="drop">What disposing does: over USB only unplugging drops a client.</param>
internal sealed class GadgetWire(Stream stream, Action drop) : IClientWire
{
    public ValueTask ShakeHandsAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask<int> ReadPacketAsync(Memory<byte> packet, CancellationToken cancellationToken) =>
        stream.ReadAsync(packet, cancellationToken);

    public ValueTask<int> ReadDataAsync(Memory<byte> buffer, CancellationToken cancellationToken) =>
        stream.ReadAsync(buffer, cancellationToken);

    public ValueTask WritePacketAsync(ReadOnlyMemory<byte> packet, CancellationToken cancellationToken) =>
        stream.WriteAsync(packet, cancellationToken);

    public ValueTask DisposeAsync()
    {
        drop();
        return ValueTask.CompletedTask;
    }
}

using Espero.VirtualPhone.Wire;

namespace Espero.VirtualPhone.Gadget;

/// <summary>A client over USB: one transfer is one packet, data is raw, and nobody shakes hands.</summary>
/// <param name="drop">What disposing does: over USB only unplugging drops a client.</param>
internal sealed class GadgetLine(Stream stream, Func<ValueTask> drop) : IFastbootLine
{
    public Task GreetAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask<int> ReadCommandAsync(Memory<byte> command, CancellationToken cancellationToken) =>
        stream.ReadAsync(command, cancellationToken);

    public ValueTask<int> ReadDataAsync(Memory<byte> buffer, CancellationToken cancellationToken) =>
        stream.ReadAsync(buffer, cancellationToken);

    public ValueTask WriteReplyAsync(ReadOnlyMemory<byte> reply, CancellationToken cancellationToken) =>
        stream.WriteAsync(reply, cancellationToken);

    public ValueTask BeginDataAsync(long lengthBytes, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask WriteDataAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        stream.WriteAsync(bytes, cancellationToken);

    public ValueTask DisposeAsync() => drop();
}

namespace Espero.Fuzz;

/// <summary>A connection whose other end has said all it will ever say, and hears nothing.</summary>
internal sealed class Conversation(byte[] said) : MemoryStream(said, writable: false)
{
    public override bool CanWrite => true;

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        ValueTask.CompletedTask;
}

namespace Espero.VirtualPhone.Wire;

/// <summary>The phone's end of one fastboot connection, whatever carries it. One owner.</summary>
/// <remarks>
/// Every method may throw <see cref="IOException"/> when the client is gone, and the readers
/// <see cref="Station.Protocols.Fastboot.FastbootProtocolException"/> when it talks nonsense.
/// </remarks>
internal interface IFastbootLine : IAsyncDisposable
{
    /// <summary>The handshake of a transport that has one.</summary>
    Task GreetAsync(CancellationToken cancellationToken);

    /// <summary>Reads one command, and says how long it was.</summary>
    ValueTask<int> ReadCommandAsync(Memory<byte> command, CancellationToken cancellationToken);

    /// <summary>Reads the next bytes of a data phase, at least one.</summary>
    ValueTask<int> ReadDataAsync(Memory<byte> buffer, CancellationToken cancellationToken);

    /// <summary>Sends one reply of at most 256 bytes.</summary>
    ValueTask WriteReplyAsync(ReadOnlyMemory<byte> reply, CancellationToken cancellationToken);

    /// <summary>Announces bytes from the phone, as <c>fetch</c> and <c>upload</c> send them.</summary>
    ValueTask BeginDataAsync(long lengthBytes, CancellationToken cancellationToken);

    ValueTask WriteDataAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);
}

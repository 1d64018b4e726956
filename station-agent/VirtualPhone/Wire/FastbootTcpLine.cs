using Espero.Station.Protocols.Fastboot;

namespace Espero.VirtualPhone.Wire;

/// <summary>The phone's end of fastboot over TCP.</summary>
internal sealed class FastbootTcpLine(FastbootTcpFrames frames, TimeProvider timeProvider) : IFastbootLine
{
    private static readonly TimeSpan HandshakeLimit = TimeSpan.FromSeconds(2); // as AOSP's tcp.cpp

    public async Task GreetAsync(CancellationToken cancellationToken)
    {
        using var tooLate = new CancellationTokenSource(HandshakeLimit, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(tooLate.Token, cancellationToken);
        try
        {
            await frames.ShakeHandsAsync(either.Token);
        }
        catch (OperationCanceledException) when (tooLate.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new FastbootProtocolException("no handshake.");
        }
    }

    public ValueTask<int> ReadCommandAsync(Memory<byte> command, CancellationToken cancellationToken) =>
        frames.ReadPacketAsync(command, cancellationToken);

    public ValueTask<int> ReadDataAsync(Memory<byte> buffer, CancellationToken cancellationToken) =>
        frames.ReadDataAsync(buffer, cancellationToken);

    public ValueTask WriteReplyAsync(ReadOnlyMemory<byte> reply, CancellationToken cancellationToken) =>
        frames.WritePacketAsync(reply, cancellationToken);

    public ValueTask BeginDataAsync(long lengthBytes, CancellationToken cancellationToken) =>
        frames.BeginDataAsync(lengthBytes, cancellationToken);

    public ValueTask WriteDataAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        frames.WriteDataAsync(bytes, cancellationToken);

    public ValueTask DisposeAsync() => frames.DisposeAsync();
}

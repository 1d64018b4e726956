using Espero.Station.Protocols.Fastboot;
using Microsoft.Extensions.Time.Testing;

namespace Espero.Station.Protocols.Tests.Fastboot;

/// <summary>Says INFO for ever, each time after <paramref name="pause"/>.</summary>
internal sealed class ChatteringPhone(FakeTimeProvider time, TimeSpan pause) : IFastbootTransport
{
    public FastbootSession Connect(FastbootOptions options) => new(this, options, time, _ => { });

    public ValueTask<int> ReadPacketAsync(Memory<byte> packet, CancellationToken cancellationToken)
    {
        time.Advance(pause);
        cancellationToken.ThrowIfCancellationRequested();
        "INFOstill erasing"u8.CopyTo(packet.Span);
        return ValueTask.FromResult("INFOstill erasing".Length);
    }

    public ValueTask WritePacketAsync(ReadOnlyMemory<byte> packet, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask BeginDataAsync(long lengthBytes, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask WriteDataAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

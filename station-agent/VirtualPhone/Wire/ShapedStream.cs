using Espero.VirtualPhone.Faults;

namespace Espero.VirtualPhone.Wire;

/// <summary>The connection as a bad cable would have it: slowed down and broken as the faults and the rate say.</summary>
internal sealed class ShapedStream(Stream inner, FaultSchedule faults, Pace? reading, Pace? writing) : WireStream
{
    private long _leftBytes = faults.FlapAfterBytes ?? long.MaxValue;

    /// <exception cref="IOException">The connection broke, by itself or by a cut.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var portion = (int)Math.Min(
            Math.Min(buffer.Length, reading?.PortionBytes ?? int.MaxValue),
            Math.Min(Math.Max(faults.BytesBeforeCut, 1), _leftBytes));
        var read = await inner.ReadAsync(buffer[..portion], cancellationToken);
        _leftBytes -= read;
        if (faults.CutsAfter(read) || _leftBytes == 0)
        {
            throw new IOException("The fault cut the connection.");
        }

        await Wait(reading, read, cancellationToken);
        return read;
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!buffer.IsEmpty)
        {
            var portion = Math.Min(buffer.Length, writing?.PortionBytes ?? int.MaxValue);
            await Wait(writing, portion, cancellationToken);
            await inner.WriteAsync(buffer[..portion], cancellationToken);
            buffer = buffer[portion..];
        }
    }

    public override void Flush() => inner.Flush();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private static ValueTask Wait(Pace? pace, int bytes, CancellationToken cancellationToken) =>
        pace?.WaitAsync(bytes, cancellationToken) ?? ValueTask.CompletedTask;
}

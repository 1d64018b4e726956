namespace Espero.Station.Protocols.Usb;

/// <summary>Reads from one bulk endpoint, one transfer at a time. One owner.</summary>
internal sealed class BulkReader(IUsbLink link, UsbEndpoint endpoint)
{
    private const int MaxReadBytes = 16 << 10;
    private static readonly TimeSpan CancelLimit = TimeSpan.FromSeconds(1);
    private readonly IUsbTransfer _transfer = link.NewTransfer(endpoint, MaxReadBytes);

    /// <summary>Reads one packet of at least so many bytes' room, whole packets of the wire; a short one ends it.</summary>
    /// <returns>What came, which is more than asked for where the phone says too much.</returns>
    /// <exception cref="UsbException">The transfer failed.</exception>
    public ValueTask<ReadOnlyMemory<byte>> ReadPacketAsync(int roomBytes, CancellationToken cancellationToken)
    {
        var packetBytes = Math.Max(endpoint.MaxPacketBytes, 1);
        return ReadAsync((roomBytes + packetBytes - 1) / packetBytes * packetBytes, cancellationToken);
    }

    /// <summary>Reads at most so many bytes, and never waits for more than that.</summary>
    /// <exception cref="UsbException">The transfer failed.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> ReadAsync(int lengthBytes, CancellationToken cancellationToken)
    {
        if (_transfer.Submit(offset: 0, Math.Min(lengthBytes, MaxReadBytes)) is { } refused)
        {
            throw new UsbException(refused);
        }

        try
        {
            var end = await _transfer.Ended.WaitAsync(cancellationToken);
            return end.Error is { } error ? throw new UsbException(error) : _transfer.Buffer[..end.Bytes];
        }
        catch (OperationCanceledException)
        {
            _transfer.Cancel();
            throw;
        }
    }

    /// <summary>Throws away what comes, until nothing has come for a while.</summary>
    /// <exception cref="UsbException">The transfer failed.</exception>
    public async ValueTask DrainAsync(TimeSpan quiet, TimeProvider time, CancellationToken cancellationToken)
    {
        while (_transfer.Submit(offset: 0, MaxReadBytes) is null)
        {
            try
            {
                if ((await _transfer.Ended.WaitAsync(quiet, time, cancellationToken)).Error is { } error)
                {
                    throw new UsbException(error);
                }
            }
            catch (TimeoutException)
            {
                _transfer.Cancel();
                await _transfer.Ended.WaitAsync(CancelLimit, time, cancellationToken);
                return;
            }
        }
    }
}

namespace Espero.Station.Protocols.Usb;

/// <summary>
/// Sends bytes to one bulk endpoint with several transfers under way. Every transfer but the last of a data phase is full
/// and a whole number of packets, because bootloaders take a short packet for the end of the data. One owner.
/// </summary>
internal sealed class BulkWriter
{
    public const int TransferBytes = 256 << 10;
    public const int LeastTransferBytes = 16 << 10;
    public const int TransfersUnderWay = 3;

    private readonly IUsbTransfer[] _transfers;
    private int _current;
    private int _filledBytes;
    private int _sizeBytes = TransferBytes;
    private long _leftBytes;

    public BulkWriter(IUsbLink link, UsbEndpoint endpoint) =>
        _transfers = [.. Enumerable.Range(0, TransfersUnderWay).Select(_ => link.NewTransfer(endpoint, TransferBytes))];

    private IUsbTransfer Current => _transfers[_current];

    /// <summary>Begins a data phase; its last byte is what sends a transfer that is not full.</summary>
    public void Begin(long lengthBytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lengthBytes, 1);
        _leftBytes = lengthBytes;
        _filledBytes = 0;
    }

    /// <summary>Takes the next bytes; returns when the last of the phase has left, or as soon as all have a place.</summary>
    /// <exception cref="UsbException">A transfer failed; the others are ended.</exception>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes.Length, _leftBytes);
        while (!bytes.IsEmpty)
        {
            if (_filledBytes == 0)
            {
                await EndOfAsync(Current, cancellationToken);
            }

            var length = Math.Min(bytes.Length, _sizeBytes - _filledBytes);
            bytes[..length].CopyTo(Current.Buffer[_filledBytes..]);
            bytes = bytes[length..];
            _filledBytes += length;
            _leftBytes -= length;
            if (_filledBytes == _sizeBytes || _leftBytes == 0)
            {
                await SubmitAsync(cancellationToken);
            }
        }

        if (_leftBytes == 0)
        {
            await EndOfAllAsync(cancellationToken);
        }
    }

    private async ValueTask SubmitAsync(CancellationToken cancellationToken)
    {
        for (var offset = 0; offset < _filledBytes;)
        {
            var length = Math.Min(_filledBytes - offset, _sizeBytes);
            if (Current.Submit(offset, length) is { } error)
            {
                await MakeRoomAsync(error, cancellationToken);
                continue;
            }

            offset += length;
            if (offset < _filledBytes)
            {
                await EndOfAsync(Current, cancellationToken);
            }
        }

        _filledBytes = 0;
        _current = (_current + 1) % _transfers.Length;
    }

    // The kernel's memory for transfers is shared by all phones: wait for our own to come back, then ask for less.
    private async ValueTask MakeRoomAsync(UsbError error, CancellationToken cancellationToken)
    {
        if (error.Failure != UsbFailure.NoMemory)
        {
            throw Give(error);
        }

        if (_transfers.Any(transfer => !transfer.Ended.IsCompleted))
        {
            await EndOfAllAsync(cancellationToken);
        }
        else if (_sizeBytes > LeastTransferBytes)
        {
            _sizeBytes /= 2;
        }
        else
        {
            throw Give(error);
        }
    }

    private async ValueTask EndOfAllAsync(CancellationToken cancellationToken)
    {
        for (var next = 0; next < _transfers.Length; next++)
        {
            await EndOfAsync(_transfers[(_current + next) % _transfers.Length], cancellationToken);
        }
    }

    private async ValueTask EndOfAsync(IUsbTransfer transfer, CancellationToken cancellationToken)
    {
        try
        {
            if ((await transfer.Ended.WaitAsync(cancellationToken)).Error is { } error)
            {
                throw Give(error);
            }
        }
        catch (OperationCanceledException)
        {
            Array.ForEach(_transfers, late => late.Cancel());
            throw;
        }
    }

    // What is queued behind a transfer that failed must not reach the phone as if nothing were missing.
    private UsbException Give(UsbError error)
    {
        Array.ForEach(_transfers, transfer => transfer.Cancel());
        return new UsbException(error);
    }
}

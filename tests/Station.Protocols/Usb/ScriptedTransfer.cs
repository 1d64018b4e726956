using Espero.Station.Protocols.Usb;

namespace Espero.Station.Protocols.Tests.Usb;

/// <summary>One transfer of a <see cref="ScriptedLink"/>.</summary>
internal sealed class ScriptedTransfer(ScriptedLink link, bool incoming, int capacityBytes) : IUsbTransfer
{
    private readonly byte[] _buffer = new byte[capacityBytes];
    private TaskCompletionSource<UsbTransferEnd> _ended = new();
    private Memory<byte> _piece;
    private bool _underWay;

    public Memory<byte> Buffer => _buffer;

    public Task<UsbTransferEnd> Ended => _underWay || _ended.Task.IsCompleted ? _ended.Task : Task.FromResult(default(UsbTransferEnd));

    public int LengthBytes => _piece.Length;

    public UsbError? Submit(int offset, int length)
    {
        Assert.False(_underWay, "A transfer under way was handed over again.");
        Assert.True(length > 0, "An empty transfer was handed over.");
        _piece = _buffer.AsMemory(offset, length);
        var before = _ended;
        _ended = new TaskCompletionSource<UsbTransferEnd>();
        _underWay = true;
        if (link.Submit(this) is { } error)
        {
            _underWay = false;
            _ended = before;
            return error;
        }

        return null;
    }

    public void Cancel()
    {
        if (_underWay)
        {
            link.NoteCancelled();
            _underWay = false;
            _ended.SetResult(new UsbTransferEnd(0, new UsbError(UsbFailure.Cancelled, "cancelled")));
        }
    }

    public void End(UsbError? error)
    {
        _underWay = false;
        var bytes = incoming ? Take() : _piece.Length;
        if (!incoming && error is null)
        {
            link.Received.Write(_piece.Span);
        }

        _ended.TrySetResult(new UsbTransferEnd(bytes, error));
    }

    private int Take()
    {
        var answer = link.Answers.Dequeue();
        answer.CopyTo(_piece);
        return answer.Length;
    }
}

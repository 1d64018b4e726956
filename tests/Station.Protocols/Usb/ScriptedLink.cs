using Espero.Station.Protocols.Usb;

namespace Espero.Station.Protocols.Tests.Usb;

/// <summary>A link whose phone does as the test says: it takes transfers in order, or keeps them, or refuses them.</summary>
internal sealed class ScriptedLink : IUsbLink
{
    private readonly List<ScriptedTransfer> _transfers = [];
    private readonly Queue<ScriptedTransfer> _underWay = [];

    /// <summary>Whether transfers end by themselves as soon as they are handed over.</summary>
    public bool TakesAtOnce { get; init; } = true;

    /// <summary>The most bytes the kernel has memory for, over all transfers under way.</summary>
    public int KernelBytes { get; init; } = int.MaxValue;

    /// <summary>What the phone says next, for transfers towards the station.</summary>
    public Queue<byte[]> Answers { get; } = [];

    /// <summary>The lengths of what was handed over, in order.</summary>
    public List<int> Lengths { get; } = [];

    public MemoryStream Received { get; } = new();

    public int MostUnderWay { get; private set; }

    public int Cancelled { get; private set; }

    public int UnderWay => _underWay.Count;

    public IUsbTransfer NewTransfer(UsbEndpoint endpoint, int capacityBytes)
    {
        var transfer = new ScriptedTransfer(this, endpoint.IsBulkIn, capacityBytes);
        _transfers.Add(transfer);
        return transfer;
    }

    /// <summary>The oldest transfer ends as given.</summary>
    public void EndOldest(UsbError? error = null) => _underWay.Dequeue().End(error);

    public ValueTask DisposeAsync()
    {
        _transfers.ForEach(transfer => transfer.Cancel());
        return ValueTask.CompletedTask;
    }

    internal UsbError? Submit(ScriptedTransfer transfer)
    {
        if (_underWay.Sum(other => other.LengthBytes) + transfer.LengthBytes > KernelBytes)
        {
            return new UsbError(UsbFailure.NoMemory, "The kernel is full.");
        }

        Lengths.Add(transfer.LengthBytes);
        _underWay.Enqueue(transfer);
        MostUnderWay = Math.Max(MostUnderWay, _underWay.Count);
        if (TakesAtOnce)
        {
            EndOldest();
        }

        return null;
    }

    internal void NoteCancelled() => Cancelled++;
}

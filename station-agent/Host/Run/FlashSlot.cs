namespace Espero.Station.Run;

/// <summary>One attempt's claim on a slot. Used by its run alone, one call after the other.</summary>
internal sealed class FlashSlot(FlashSlots slots) : IDisposable
{
    private bool _isHeld;

    /// <summary>Returns when the attempt has a slot; at once when it has one already.</summary>
    public async Task TakeAsync(CancellationToken cancellationToken)
    {
        if (!_isHeld)
        {
            await slots.TakeAsync(cancellationToken);
            _isHeld = true;
        }
    }

    /// <summary>Lets another attempt have it; nothing happens when there is none.</summary>
    public void Give()
    {
        if (_isHeld)
        {
            _isHeld = false;
            slots.Give();
        }
    }

    public void Dispose() => Give();
}

namespace Espero.Station.Protocols.Fastboot;

/// <summary>Bites when nothing feeds it for a while, or when one command goes on for ever.</summary>
internal sealed class Watchdog : IDisposable
{
    private readonly TimeSpan _silence;
    private readonly CancellationTokenSource _hunger;
    private readonly CancellationTokenSource _longest;
    private readonly CancellationTokenSource _either;

    public Watchdog(TimeSpan silence, TimeSpan longest, TimeProvider time, CancellationToken cancellationToken)
    {
        _silence = silence;
        _hunger = new CancellationTokenSource(silence, time);
        _longest = new CancellationTokenSource(longest, time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_hunger.Token, _longest.Token, cancellationToken);
    }

    /// <summary>Cancelled by the watchdog's bite and by the caller alike.</summary>
    public CancellationToken Token => _either.Token;

    public bool Bit => _hunger.IsCancellationRequested || _longest.IsCancellationRequested;

    public void Feed() => _hunger.CancelAfter(_silence);

    public void Dispose()
    {
        _either.Dispose();
        _longest.Dispose();
        _hunger.Dispose();
    }
}

namespace Espero.VirtualPhone;

/// <summary>Lets one command at a time at the phone, whatever connection it came by.</summary>
internal sealed class Turn : IDisposable
{
    private readonly SemaphoreSlim _free = new(1);

    public async ValueTask<Holding> TakeAsync(CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        return new Holding(_free);
    }

    public void Dispose() => _free.Dispose();

    internal readonly struct Holding(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}

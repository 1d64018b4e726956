namespace Espero.Station.Watch;

/// <summary>One port. Two users never talk to one phone: whoever holds the lease does.</summary>
internal sealed class PhonePort(PortAddress address) : IDisposable
{
    private readonly SemaphoreSlim _free = new(1, 1);

    public PortAddress Address { get; } = address;

    public async Task<PortLease> LeaseAsync(CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        return new PortLease(this);
    }

    public void Dispose() => _free.Dispose();

    internal void Return() => _free.Release();
}

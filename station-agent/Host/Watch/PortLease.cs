namespace Espero.Station.Watch;

/// <summary>The sole right to talk to the phone on a port, until disposed of.</summary>
internal sealed class PortLease(PhonePort port) : IDisposable
{
    private int _returned;

    public PhonePort Port { get; } = port;

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _returned, 1) == 0)
        {
            Port.Return();
        }
    }
}

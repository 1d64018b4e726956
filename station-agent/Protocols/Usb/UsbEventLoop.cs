namespace Espero.Station.Protocols.Usb;

/// <summary>Waits for events again and again until it is stopped. An error that stays must not cost a processor.</summary>
/// <param name="handleOnce">Waits for an event and handles it; negative is an error of libusb.</param>
internal sealed class UsbEventLoop(Func<int> handleOnce)
{
    private const int Interrupted = -10; // LIBUSB_ERROR_INTERRUPTED: a signal came, and nothing is wrong
    private readonly object _gate = new(); // a Lock cannot be waited on
    private bool _isStopped;

    public static TimeSpan PauseAfterError { get; } = TimeSpan.FromMilliseconds(50);

    public void Run()
    {
        while (!Volatile.Read(ref _isStopped))
        {
            // A device that broke; its transfers are told by themselves.
            if (handleOnce() is < 0 and not Interrupted)
            {
                Pause();
            }
        }
    }

    public void Stop()
    {
        lock (_gate)
        {
            _isStopped = true;
            Monitor.PulseAll(_gate);
        }
    }

    private void Pause()
    {
        lock (_gate)
        {
            if (!_isStopped)
            {
                Monitor.Wait(_gate, PauseAfterError);
            }
        }
    }
}

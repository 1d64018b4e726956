namespace Espero.Station.Protocols.Usb;

/// <summary>
/// libusb's context and the one thread that waits for its events. Links hold it: the context goes with the last of them, so
/// that no link is left with a dead one.
/// </summary>
internal sealed class UsbEvents
{
    private const int LongestWaitSeconds = 1;
    private readonly nint _context;
    private readonly UsbEventLoop _loop;
    private readonly Lock _lock = new();
    private int _holders = 1;

    private UsbEvents(nint context)
    {
        _context = context;
        var limit = new LibUsbTime(LongestWaitSeconds);
        _loop = new UsbEventLoop(() => LibUsb.HandleEvents(context, in limit, completed: 0));
        new Thread(Work) { IsBackground = true, Name = "usb events" }.Start();
    }

    public nint Context => _context;

    public static UsbResult<UsbEvents> Start()
    {
        try
        {
            var code = LibUsb.Init(out var context);
            return code == 0 ? new UsbEvents(context) : LibUsbCodes.OfCall(code, "init");
        }
        catch (DllNotFoundException)
        {
            return new UsbError(
                UsbFailure.LibraryMissing,
                $"USB cannot be used because {LibUsb.Library} is missing; install the Debian package libusb-1.0-0.");
        }
    }

    /// <summary>False once the last holder let go.</summary>
    public bool TryHold()
    {
        lock (_lock)
        {
            return _holders > 0 && ++_holders > 0;
        }
    }

    public void LetGo()
    {
        lock (_lock)
        {
            if (--_holders == 0)
            {
                _loop.Stop();
                LibUsb.InterruptEventHandler(_context);
            }
        }
    }

    private void Work()
    {
        _loop.Run();

        // Not before the call that ended the wait has come back: it uses the context too.
        lock (_lock)
        {
            LibUsb.Exit(_context);
        }
    }
}

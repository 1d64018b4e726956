namespace Espero.VirtualPhone.Gadget;

/// <summary>
/// Hears from FunctionFS when a host comes and goes (linux/usb/functionfs.h, <c>struct usb_functionfs_event</c>), in a thread
/// of its own. An endpoint does not always tell: a read begun between two hosts waits for the next one.
/// </summary>
internal sealed class GadgetEvents
{
    private const int EventBytes = 12;
    private const int KindAt = 8;
    private const byte LastConnectionKind = 3; // BIND, UNBIND, ENABLE, DISABLE; above are requests and power
    private readonly FileStream _control;
    private int _connection;

    public GadgetEvents(FileStream control)
    {
        _control = control;
        new Thread(Work) { IsBackground = true, Name = "gadget events" }.Start();
    }

    /// <summary>Another number whenever a host has come or gone.</summary>
    public int Connection => Volatile.Read(ref _connection);

    private void Work()
    {
        var heard = new byte[EventBytes];
        try
        {
            while (_control.Read(heard) == EventBytes)
            {
                if (heard[KindAt] <= LastConnectionKind)
                {
                    Interlocked.Increment(ref _connection);
                }
            }
        }
        catch (Exception over) when (over is IOException or ObjectDisposedException)
        {
            // The gadget is gone with its socket.
        }
    }
}

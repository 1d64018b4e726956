namespace Espero.VirtualPhone.Gadget;

/// <summary>
/// A FunctionFS gadget with one interface. Plugging in and out is binding and unbinding the device controller, so a restart
/// of the phone is a real disconnect. A host that pulls the cable is waited for; a client that the phone drops sees the phone
/// leave and come back. One owner.
/// </summary>
internal sealed class GadgetSocket : IDisposable
{
    private readonly GadgetPaths _paths;
    private readonly FileStream _control;
    private readonly GadgetEvents _events;
    private readonly EndpointLane _out;
    private readonly EndpointLane _in;
    private readonly GadgetInbox _inbox = new();
    private bool _closing;
    private bool _plugged;

    /// <exception cref="IOException">The gadget is not there, or another program serves it.</exception>
    /// <exception cref="UnauthorizedAccessException">Only root may.</exception>
    public GadgetSocket(GadgetPaths paths, GadgetFace face)
    {
        _paths = paths;
        _control = new FileStream(paths.Control, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
        _control.Write(GadgetDescriptors.Interface(face));
        _control.Write(GadgetDescriptors.Strings());
        _out = new EndpointLane(paths.Out, FileAccess.Read);
        _in = new EndpointLane(paths.In, FileAccess.Write);
        _events = new GadgetEvents(_control);
    }

    public string Target => $"usb:{_paths.Controller}";

    /// <summary>Plugs in, under this serial.</summary>
    public void Open(string serial)
    {
        _closing = false;
        File.WriteAllText(_paths.SerialNumber, serial);
        Plug();
    }

    /// <summary>The endpoints for the next client; a phone that dropped the last one plugs in again.</summary>
    public GadgetStream Connect()
    {
        Plug();
        return new GadgetStream(_out, _in, _events, _inbox);
    }

    /// <summary>Nobody is to come after the client that is there.</summary>
    public void Close() => _closing = true;

    /// <summary>Ends a client's time: unless the host ended it, by leaving.</summary>
    public void Drop(GadgetStream stream)
    {
        if (_closing || !stream.Lost)
        {
            Unplug();
        }
    }

    public void Dispose()
    {
        Unplug();
        _out.Dispose();
        _in.Dispose();
        _control.Dispose();
    }

    private void Plug()
    {
        if (!_plugged)
        {
            _inbox.Clear();
            File.WriteAllText(_paths.Binding, _paths.Controller);
            _plugged = true;
        }
    }

    private void Unplug()
    {
        if (_plugged)
        {
            _plugged = false;
            try
            {
                File.WriteAllText(_paths.Binding, "\n");
            }
            catch (IOException)
            {
                // Somebody has pulled the cable already.
            }
        }
    }
}

namespace Espero.VirtualPhone.Gadget;

/// <summary>
/// A gadget with one of its faces. A restart of the phone is a real disconnect. A host that pulls the cable is waited for; a
/// client that the phone drops sees the phone leave and come back. One owner; the sockets of one gadget are open in turns.
/// </summary>
internal sealed class GadgetSocket : IDisposable
{
    // A controller has taken the last words before the host has them; real phones take longer to leave.
    private static readonly TimeSpan LastWords = TimeSpan.FromMilliseconds(50);

    private readonly GadgetCable _cable;
    private readonly TimeProvider _time;
    private readonly FileStream _control;
    private readonly GadgetEvents _events;
    private readonly EndpointLane _out;
    private readonly EndpointLane _in;
    private readonly GadgetInbox _inbox = new();
    private bool _closing;

    /// <exception cref="IOException">The gadget is not there, or another program serves it.</exception>
    /// <exception cref="UnauthorizedAccessException">Only root may.</exception>
    public GadgetSocket(GadgetPaths paths, GadgetFace face, TimeProvider time)
    {
        _time = time;
        _cable = new GadgetCable(paths, face);
        _control = new FileStream(paths.Control(face), FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
        _control.Write(GadgetDescriptors.Interface(face));
        _control.Write(GadgetDescriptors.Strings());
        _out = new EndpointLane(paths.Out(face), FileAccess.Read);
        _in = new EndpointLane(paths.In(face), FileAccess.Write);
        _events = new GadgetEvents(_control);
    }

    /// <summary>Plugs in, under these ids and this serial.</summary>
    public void Open(GadgetIdentity identity, string serial)
    {
        _closing = false;
        _cable.Show(identity, serial);
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
    public async ValueTask DropAsync(GadgetStream stream)
    {
        if (!stream.Lost)
        {
            await Task.Delay(LastWords, _time, CancellationToken.None);
        }

        if (_closing || !stream.Lost)
        {
            _cable.Unplug();
        }
    }

    public void Dispose()
    {
        _cable.Unplug();
        _out.Dispose();
        _in.Dispose();
        _control.Dispose();
    }

    private void Plug()
    {
        if (_cable.Plug())
        {
            _inbox.Clear();
        }
    }
}

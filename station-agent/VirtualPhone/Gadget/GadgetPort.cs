using Espero.VirtualPhone.Bootloader;
using Espero.VirtualPhone.State;

namespace Espero.VirtualPhone.Gadget;

/// <summary>
/// Fastboot behind a FunctionFS gadget. Plugging in and out is binding and unbinding the device controller, so a
/// restart of the phone is a real disconnect. A host that pulls the cable is waited for; a client that the phone drops sees
/// the phone leave and come back.
/// </summary>
internal sealed class GadgetPort : IPhonePort
{
    private readonly GadgetPaths _paths;
    private readonly PhoneParts _parts;
    private readonly FileStream _control;
    private readonly EndpointLane _out;
    private readonly EndpointLane _in;
    private bool _closing;
    private bool _plugged;

    /// <exception cref="IOException">The gadget is not there, or another program serves it.</exception>
    /// <exception cref="UnauthorizedAccessException">Only root may.</exception>
    public GadgetPort(GadgetPaths paths, PhoneParts parts)
    {
        _paths = paths;
        _parts = parts;
        _control = new FileStream(paths.Control, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
        _control.Write(GadgetDescriptors.Interface());
        _control.Write(GadgetDescriptors.Strings());
        _out = new EndpointLane(paths.Out, FileAccess.Read);
        _in = new EndpointLane(paths.In, FileAccess.Write);
    }

    public string Target => $"usb:{_paths.Controller}";

    public bool SpeaksIn(PhoneState state) => state.Mode is PhoneMode.Bootloader or PhoneMode.Fastbootd;

    public void Open(PhoneMode mode)
    {
        _closing = false;
        File.WriteAllText(_paths.SerialNumber, _parts.Phone.State.Serial);
        Plug();
    }

    public async Task<Departure> ServeAsync(PhoneMode mode, CancellationToken cancellationToken)
    {
        while (true)
        {
            Plug();
            var stream = new GadgetStream(_out, _in);
            var line = new GadgetLine(_parts.Cable.Connect(stream), () => Drop(stream));
            if (await new FastbootService(line, mode, _parts).ServeAsync(cancellationToken) is { } departure)
            {
                return departure;
            }

            if (_parts.Faults.TakeUnplug())
            {
                return new Departure(BootTarget.Unplugged);
            }
        }
    }

    public Task CloseAsync(CancellationToken cancellationToken)
    {
        _closing = true;
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        Unplug();
        _out.Dispose();
        _in.Dispose();
        _control.Dispose();
    }

    private void Drop(GadgetStream stream)
    {
        if (_closing || !stream.Lost)
        {
            Unplug();
        }
    }

    private void Plug()
    {
        if (!_plugged)
        {
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

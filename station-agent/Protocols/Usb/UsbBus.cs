using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Espero.Station.Protocols.Usb;

/// <summary>
/// All USB sockets of this machine: what is plugged in, what comes and goes, and why something cannot be used. Looking needs
/// no library; talking needs libusb, which is loaded when it is first needed. Safe from any thread.
/// </summary>
/// <param name="tree">The kernel's picture of the sockets.</param>
public sealed partial class UsbBus(TimeProvider time, UsbTree tree) : IDisposable
{
    private const int MayReadAndWrite = 6; // R_OK | W_OK
    private readonly UsbTree _tree = tree;
    private readonly Lock _lock = new();
    private UsbEvents? _events;
    private bool _over;

    public UsbBus(TimeProvider time)
        : this(time, new UsbTree())
    {
    }

    /// <summary>How the sockets are fed.</summary>
    public UsbPower Power => _tree.Power;

    /// <summary>What is plugged in now, hubs left out, by port.</summary>
    public IReadOnlyList<UsbDevice> List() => _tree.List();

    /// <summary>
    /// What is plugged in, then what comes and goes. Nothing queues up: each look is compared with the one before, so a slow
    /// reader gets fewer changes and misses no state.
    /// </summary>
    public async IAsyncEnumerable<UsbChange> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var picture = new UsbPicture();
        using var bell = new UsbBell(time);
        await foreach (var _ in bell.RingsAsync(cancellationToken))
        {
            foreach (var change in picture.Replace(_tree.List()))
            {
                yield return change;
            }
        }
    }

    /// <summary>Why this program could not talk to the device now; null where nothing speaks against it. Opens nothing.</summary>
    public UsbError? ObstacleTo(UsbDevice device)
    {
        ArgumentNullException.ThrowIfNull(device);
        if (File.Exists(device.Node) && Access(device.Node, MayReadAndWrite) != 0)
        {
            return new UsbError(
                UsbFailure.NoPermission,
                $"This program may not open the phone on port {device.PortPath}; install Espero's udev rules and plug it in again.");
        }

        return device.Interfaces.FirstOrDefault(face => face.IsFastboot) is { } face && _tree.DriverOf(device, face) is not null
            ? Held(device)
            : null;
    }

    /// <summary>Ends no session: the last one to end takes libusb with it.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            if (!_over)
            {
                _over = true;
                _events?.LetGo();
            }
        }
    }

    /// <summary>Opens a device and claims one interface. The kernel may take seconds to wake a device: it blocks no caller.</summary>
    internal async Task<UsbResult<UsbLink>> OpenAsync(UsbDevice device, UsbInterface face, CancellationToken cancellationToken)
    {
        var events = Start();
        if (!events.Succeeded)
        {
            return events.Error;
        }

        var opening = Task.Run(() => UsbLink.Open(events.Value, device, face, time), CancellationToken.None);
        try
        {
            var opened = await opening.WaitAsync(cancellationToken);
            return opened.Error is { Failure: UsbFailure.HeldByOther } ? Held(device) : opened;
        }
        catch (OperationCanceledException)
        {
            _ = GiveBackAsync(opening);
            throw;
        }
    }

    private static async Task GiveBackAsync(Task<UsbResult<UsbLink>> opening)
    {
        if (await opening is { Succeeded: true } late)
        {
            await late.Value.DisposeAsync();
        }
    }

    private static UsbError Held(UsbDevice device) => new(
        UsbFailure.HeldByOther,
        UsbHolders.Of(device) is { Count: > 0 } holders
            ? $"The phone on port {device.PortPath} is held by {string.Join(", ", holders)}; end that program."
            : $"The phone on port {device.PortPath} is held by another program; end it.");

    private UsbResult<UsbEvents> Start()
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_over, this);
            if (_events is not null)
            {
                return _events;
            }

            var started = UsbEvents.Start();
            _events = started.Succeeded ? started.Value : null;
            return started;
        }
    }

    [LibraryImport("libc", EntryPoint = "access", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Access(string path, int mode);
}

using Microsoft.Win32.SafeHandles;

namespace Espero.Station.Protocols.Usb;

/// <summary>A claimed interface of a device that libusb has open.</summary>
internal sealed class UsbLink : IUsbLink
{
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(5);
    private readonly UsbEvents _events;
    private readonly SafeFileHandle _file;
    private readonly nint _handle;
    private readonly int _face;
    private readonly TimeProvider _time;
    private readonly List<UsbTransfer> _transfers = [];
    private bool _over;

    private UsbLink(UsbEvents events, SafeFileHandle file, nint handle, int face, TimeProvider time)
    {
        _events = events;
        _file = file;
        _handle = handle;
        _face = face;
        _time = time;
    }

    /// <summary>Opens and claims. May block for as long as the kernel takes to wake the device.</summary>
    public static UsbResult<UsbLink> Open(UsbEvents events, UsbDevice device, UsbInterface face, TimeProvider time)
    {
        if (!events.TryHold())
        {
            return new UsbError(UsbFailure.Cancelled, "USB was closed in the meantime.");
        }

        var file = OpenNode(device);
        var claimed = file.Succeeded ? Claim(events, file.Value, face) : file.Error;
        if (!claimed.Succeeded)
        {
            file.Value?.Dispose();
            events.LetGo();
            return claimed.Error;
        }

        return new UsbLink(events, file.Value, claimed.Value, face.Number, time);
    }

    public IUsbTransfer NewTransfer(UsbEndpoint endpoint, int capacityBytes)
    {
        var transfer = new UsbTransfer(_handle, endpoint, capacityBytes);
        _transfers.Add(transfer);
        return transfer;
    }

    /// <summary>
    /// Ends the transfers under way. A kernel that keeps one past the limit keeps everything: memory in its hands is not freed.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        if (_over)
        {
            return;
        }

        _over = true;
        _transfers.ForEach(transfer => transfer.Cancel());
        try
        {
            await Task.WhenAll(_transfers.Select(transfer => transfer.Ended)).WaitAsync(EndLimit, _time, CancellationToken.None);
        }
        catch (TimeoutException)
        {
            return;
        }

        _transfers.ForEach(transfer => transfer.Free());
        _ = LibUsb.ReleaseInterface(_handle, _face); // refused where the device is gone
        LibUsb.Close(_handle);
        _file.Dispose();
        _events.LetGo();
    }

    private static UsbResult<nint> Claim(UsbEvents events, SafeFileHandle file, UsbInterface face)
    {
        var code = LibUsb.WrapSystemDevice(events.Context, file.DangerousGetHandle(), out var handle);
        if (code < 0)
        {
            return LibUsbCodes.OfCall(code, "open");
        }

        code = LibUsb.ClaimInterface(handle, face.Number);
        if (code < 0)
        {
            LibUsb.Close(handle);
            return LibUsbCodes.OfCall(code, "claim");
        }

        return handle;
    }

    private static UsbResult<SafeFileHandle> OpenNode(UsbDevice device)
    {
        try
        {
            return File.OpenHandle(device.Node, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        }
        catch (UnauthorizedAccessException)
        {
            return new UsbError(
                UsbFailure.NoPermission,
                $"This program may not open the phone on port {device.PortPath}; install Espero's udev rules and plug it in again.");
        }
        catch (IOException)
        {
            return new UsbError(UsbFailure.Gone, $"The phone on port {device.PortPath} left before it could be opened.");
        }
    }
}

using System.Runtime.InteropServices;

namespace Espero.Station.Protocols.Usb;

/// <summary>The calls of libusb 1.0 that are used (libusb.h). Codes below zero are errors; see <see cref="LibUsbCodes"/>.</summary>
internal static unsafe partial class LibUsb
{
    public const string Library = "libusb-1.0.so.0";

    [LibraryImport(Library, EntryPoint = "libusb_init")]
    public static partial int Init(out nint context);

    [LibraryImport(Library, EntryPoint = "libusb_exit")]
    public static partial void Exit(nint context);

    /// <summary>Takes an open file of /dev/bus/usb, which stays the caller's to close afterwards.</summary>
    [LibraryImport(Library, EntryPoint = "libusb_wrap_sys_device")]
    public static partial int WrapSystemDevice(nint context, nint file, out nint handle);

    [LibraryImport(Library, EntryPoint = "libusb_close")]
    public static partial void Close(nint handle);

    [LibraryImport(Library, EntryPoint = "libusb_claim_interface")]
    public static partial int ClaimInterface(nint handle, int number);

    [LibraryImport(Library, EntryPoint = "libusb_release_interface")]
    public static partial int ReleaseInterface(nint handle, int number);

    [LibraryImport(Library, EntryPoint = "libusb_alloc_transfer")]
    public static partial LibUsbTransfer* AllocateTransfer(int isochronousPackets);

    [LibraryImport(Library, EntryPoint = "libusb_free_transfer")]
    public static partial void FreeTransfer(LibUsbTransfer* transfer);

    [LibraryImport(Library, EntryPoint = "libusb_submit_transfer")]
    public static partial int SubmitTransfer(LibUsbTransfer* transfer);

    [LibraryImport(Library, EntryPoint = "libusb_cancel_transfer")]
    public static partial int CancelTransfer(LibUsbTransfer* transfer);

    /// <summary>Waits for events, and calls back the transfers that ended.</summary>
    [LibraryImport(Library, EntryPoint = "libusb_handle_events_timeout_completed")]
    public static partial int HandleEvents(nint context, in LibUsbTime limit, nint completed);

    [LibraryImport(Library, EntryPoint = "libusb_interrupt_event_handler")]
    public static partial void InterruptEventHandler(nint context);
}

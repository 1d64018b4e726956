using System.Globalization;

namespace Espero.Station.Protocols.Usb;

/// <summary>What libusb's numbers mean (libusb.h, <c>enum libusb_error</c> and <c>enum libusb_transfer_status</c>).</summary>
internal static class LibUsbCodes
{
    /// <summary>What a call returned, where it was less than zero.</summary>
    public static UsbError OfCall(int code, string call) => code switch
    {
        -3 => new UsbError(UsbFailure.NoPermission, $"{call}: the system refused access to the phone."),
        -4 or -5 => new UsbError(UsbFailure.Gone, $"{call}: the phone is no longer there."),
        -6 => new UsbError(UsbFailure.HeldByOther, $"{call}: another program holds the phone."),
        -8 => new UsbError(UsbFailure.Overflow, $"{call}: the phone sent more than was asked for."),
        -11 => new UsbError(UsbFailure.NoMemory, $"{call}: the kernel has no memory left for USB transfers."),
        _ => new UsbError(UsbFailure.Broken, string.Create(CultureInfo.InvariantCulture, $"{call}: libusb error {code}.")),
    };

    /// <summary>How a transfer ended; null where it did as asked.</summary>
    public static UsbError? OfTransfer(int status) => status switch
    {
        0 => null,
        3 => new UsbError(UsbFailure.Cancelled, "The transfer was cancelled."),
        4 => new UsbError(UsbFailure.Broken, "The phone refused the transfer (stall)."),
        5 => new UsbError(UsbFailure.Gone, "The phone left while it was being talked to."),
        6 => new UsbError(UsbFailure.Overflow, "The phone sent more than was asked for."),
        _ => new UsbError(UsbFailure.Broken, "The transfer broke on the wire."),
    };
}

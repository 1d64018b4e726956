namespace Espero.Station.Protocols.Usb;

/// <summary>One transfer that can be under way, with its own buffer: libusb's, or a test's. One owner.</summary>
internal interface IUsbTransfer
{
    /// <summary>Not to be touched while the transfer is under way.</summary>
    Memory<byte> Buffer { get; }

    /// <summary>Completes when the transfer last submitted has ended, however it ended; never faults.</summary>
    Task<UsbTransferEnd> Ended { get; }

    /// <summary>Hands a piece of the buffer to the kernel; null where that went well. Never an empty piece.</summary>
    UsbError? Submit(int offset, int length);

    /// <summary>Asks for an early end, which <see cref="Ended"/> then tells. Does nothing to a transfer that is not under way.</summary>
    void Cancel();
}

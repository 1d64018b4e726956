using System.Runtime.InteropServices;

namespace Espero.Station.Protocols.Usb;

/// <summary><c>struct libusb_transfer</c>, without the isochronous packets that may follow it.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct LibUsbTransfer
{
    public const byte Bulk = 2;

    public nint Handle;
    public byte Flags;
    public byte Endpoint;
    public byte Kind;
    public uint TimeLimitMilliseconds;
    public int Status;
    public int Length;
    public int ActualLength;
    public delegate* unmanaged[Cdecl]<LibUsbTransfer*, void> OnEnded;
    public nint UserData;
    public byte* Buffer;
    public int IsochronousPackets;
}

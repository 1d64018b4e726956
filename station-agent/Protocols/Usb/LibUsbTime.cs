using System.Runtime.InteropServices;

namespace Espero.Station.Protocols.Usb;

/// <summary>The C library's <c>struct timeval</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct LibUsbTime(int seconds)
{
    public readonly nint Seconds = seconds;
    public readonly nint Microseconds;
}

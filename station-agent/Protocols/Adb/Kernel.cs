using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Espero.Station.Protocols.Adb;

/// <summary>What Linux can do and the class library does not offer for a part of a file.</summary>
internal static partial class Kernel
{
    public const int Interrupted = 4; // EINTR
    public const int InputOutput = 5; // EIO

    /// <summary>sendfile(2), 64-bit.</summary>
    [LibraryImport("libc", EntryPoint = "sendfile", SetLastError = true)]
    public static partial nint SendFile(SafeSocketHandle to, SafeFileHandle from, ref long offsetBytes, nint lengthBytes);
}

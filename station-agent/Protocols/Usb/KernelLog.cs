using System.Runtime.InteropServices;
using System.Text;

namespace Espero.Station.Protocols.Usb;

/// <summary>
/// The machine's own kernel messages (Documentation/ABI/testing/dev-kmsg): one record a read. What was said before the first question
/// is passed over: nobody knows any more whether it still holds.
/// </summary>
public sealed partial class KernelLog : IKernelLog, IDisposable
{
    private const string DevicePath = "/dev/kmsg";
    private const int ReadOnlyNonBlocking = 0x800; // O_RDONLY | O_NONBLOCK
    private const int FromTheEnd = 2; // SEEK_END
    private const int Overwritten = 32; // EPIPE: the ring went round; the next read goes on with what is left
    private const int MaxRecordBytes = 1 << 13;
    private const int MaxRecords = 1 << 14;
    private readonly byte[] _record = new byte[MaxRecordBytes];
    private readonly Lock _reading = new();
    private readonly int _file;

    /// <summary>Opens the messages; where that is not allowed there are none, ever.</summary>
    public KernelLog()
    {
        _file = Open(DevicePath, ReadOnlyNonBlocking);
        if (_file >= 0)
        {
            _ = Seek(_file, 0, FromTheEnd);
        }
    }

    public IReadOnlyList<string> TakeNew()
    {
        lock (_reading)
        {
            var records = new List<string>();
            while (_file >= 0 && records.Count < MaxRecords)
            {
                var length = Read(_file, _record, _record.Length);
                if (length > 0)
                {
                    records.Add(MessageOf(Encoding.UTF8.GetString(_record, 0, (int)length)));
                }
                else if (Marshal.GetLastPInvokeError() != Overwritten)
                {
                    break;
                }
            }

            return records;
        }
    }

    public void Dispose()
    {
        if (_file >= 0)
        {
            _ = Close(_file);
        }
    }

    // "6,339,5140900,-;usb 1-1: new high-speed USB device", then lines of details that begin with a space.
    private static string MessageOf(string record) => record[(record.IndexOf(';', StringComparison.Ordinal) + 1)..].Split('\n')[0];

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "lseek")]
    private static partial long Seek(int file, long offset, int whence);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    private static partial nint Read(int file, byte[] into, nint count);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int file);
}

using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Espero.Station.Protocols.Adb.Server;

/// <summary>A process and the moment it began: ids are used again, the pair is not until the next boot.</summary>
/// <param name="Birth">Clock ticks since boot, and the boot's own id: proc(5), field 22 of stat.</param>
internal sealed record ServerProcessMark(int ProcessId, string Birth)
{
    private const int MaxNoteBytes = 256;
    private const int BirthField = 19; // counted behind the name, which may hold anything

    public static ServerProcessMark? Of(int processId)
    {
        try
        {
            var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/stat"));
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            var boot = File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim();
            return fields.Length > BirthField ? new ServerProcessMark(processId, $"{boot}/{fields[BirthField]}") : null;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public static ServerProcessMark? Read(FileStream note)
    {
        var bytes = new byte[MaxNoteBytes];
        note.Position = 0;
        var words = Encoding.ASCII.GetString(bytes, 0, note.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)).Split(' ');
        return words is [var id, var birth] && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var processId)
            ? new ServerProcessMark(processId, birth)
            : null;
    }

    public void Write(FileStream note)
    {
        note.SetLength(0);
        note.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{ProcessId} {Birth}")));
        note.Flush(flushToDisk: true);
    }

    /// <summary>Ends the process if it is still the same one.</summary>
    public void End()
    {
        if (Of(ProcessId) != this)
        {
            return;
        }

        try
        {
            using var process = Process.GetProcessById(ProcessId);
            process.Kill();
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or Win32Exception)
        {
            // It ended by itself meanwhile, or belongs to somebody else now: the port will tell.
        }
    }
}

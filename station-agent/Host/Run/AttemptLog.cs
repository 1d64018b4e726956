using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Espero.Station.Journal;

namespace Espero.Station.Run;

/// <summary>The attempt's log: a file at the station. Individual marks are taken out before anything is written.</summary>
internal sealed class AttemptLog : IDisposable
{
    private const int TailChars = 4 * 1024;
    private const int MaxTailBytes = 8 * 1024;
    private const long MaxFileBytes = 4 * 1024 * 1024;
    private const string Hidden = "(serial)";

    private readonly TimeProvider _time;
    private readonly string _path;
    private readonly StreamWriter _writer;
    private readonly StringBuilder _tail = new();
    private readonly Lock _lock = new();
    private string _secret = "";

    public AttemptLog(string directory, AttemptId attempt, TimeProvider time)
    {
        _time = time;
        _path = Path.Combine(Directory.CreateDirectory(directory).FullName, FileNameOf(attempt));
        _writer = new StreamWriter(new FileStream(_path, FileMode.Append, FileAccess.Write, FileShare.Read)) { AutoFlush = true };
    }

    /// <summary>From now on this serial is taken out of every line.</summary>
    public void Hide(string serial) => _secret = serial;

    public string WithoutSecrets(string text) =>
        _secret.Length == 0 ? text : text.Replace(_secret, Hidden, StringComparison.OrdinalIgnoreCase);

    /// <summary>Callable from any thread: phones talk while a step runs.</summary>
    public void Write(string text)
    {
        var line = string.Create(
            CultureInfo.InvariantCulture, $"{_time.GetUtcNow():yyyy-MM-ddTHH:mm:ss.fffZ} {WithoutSecrets(text).ReplaceLineEndings(" ")}\n");
        lock (_lock)
        {
            _tail.Append(line);
            if (_tail.Length > 2 * TailChars)
            {
                _tail.Remove(0, _tail.Length - TailChars);
            }

            WriteFileLocked(line);
        }
    }

    /// <summary>At most the last 8 KiB.</summary>
    public string Tail()
    {
        lock (_lock)
        {
            var tail = _tail.ToString();
            return Encoding.UTF8.GetByteCount(tail) <= MaxTailBytes ? tail : tail[^(MaxTailBytes / 4)..];
        }
    }

    /// <summary>Closes the file and says its hash; empty when the disk does not give it back.</summary>
    public byte[] Close()
    {
        Dispose();
        try
        {
            using var file = File.OpenRead(_path);
            return SHA256.HashData(file);
        }
        catch (IOException)
        {
            return [];
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            try
            {
                _writer.Dispose();
            }
            catch (IOException)
            {
                // A full disk refuses the last lines; they are in the tail, and the attempt's end must be written all the same.
            }
        }
    }

    private static string FileNameOf(AttemptId attempt) =>
        string.Create(CultureInfo.InvariantCulture, $"{string.Concat(attempt.JobId.Where(IsPlain))}-{attempt.Epoch}.log");

    private static bool IsPlain(char letter) => char.IsAsciiLetterOrDigit(letter) || letter == '-';

    // A full disk must not end an attempt: the log's end still travels in the final fact.
    private void WriteFileLocked(string line)
    {
        System.Diagnostics.Debug.Assert(_lock.IsHeldByCurrentThread);
        try
        {
            if (_writer.BaseStream is { CanWrite: true, Length: < MaxFileBytes })
            {
                _writer.Write(line);
            }
        }
        catch (IOException)
        {
            _tail.Append("(the station's disk did not take the log)\n");
        }
    }
}

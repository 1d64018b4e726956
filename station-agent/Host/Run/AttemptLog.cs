using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Espero.Station.Journal;
using Espero.Station.Recipes.Facts;

namespace Espero.Station.Run;

/// <summary>The attempt's log: a file at the station. Individual marks are taken out before anything is written.</summary>
internal sealed partial class AttemptLog : IDisposable
{
    private const int TailChars = 4 * 1024;
    private const int MaxTailBytes = 8 * 1024;
    private const long MaxFileBytes = 4 * 1024 * 1024;
    private const string HiddenSerial = "(serial)";
    private const string HiddenCode = "(code)";
    private const string HiddenNumber = "(number)";
    private const string HiddenValue = "(hidden)";

    private readonly TimeProvider _time;
    private readonly string _path;
    private readonly StreamWriter _writer;
    private readonly StringBuilder _tail = new();
    private readonly Lock _lock = new();
    // A phone may call itself one way in its bootloader and another in its system. Each secret with what stands in its place.
    private ImmutableDictionary<string, string> _secrets = ImmutableDictionary<string, string>.Empty;

    public AttemptLog(string directory, AttemptId attempt, TimeProvider time)
    {
        _time = time;
        _path = Path.Combine(Directory.CreateDirectory(directory).FullName, FileNameOf(attempt));
        _writer = new StreamWriter(new FileStream(_path, FileMode.Append, FileAccess.Write, FileShare.Read)) { AutoFlush = true };
    }

    /// <summary>From now on this serial too is taken out of every line.</summary>
    public void HideSerial(string serial) => Hide(serial, HiddenSerial);

    /// <summary>The same for what a maker gave to unlock this phone.</summary>
    public void HideCode(string code) => Hide(code, HiddenCode);

    /// <summary>Without the serial and the code, without anything that looks like an IMEI, and without what follows a name like <c>iccid:</c>.</summary>
    public string WithoutSecrets(string text)
    {
        var open = _secrets.Aggregate(text, (left, secret) => left.Replace(secret.Key, secret.Value, StringComparison.OrdinalIgnoreCase));
        var personal = NameBeforeValue().Matches(open).FirstOrDefault(name => PersonalFacts.IsPersonal(name.Groups["name"].Value));
        return LikeAnImei().Replace(personal is null ? open : open[..(personal.Index + personal.Length)] + HiddenValue, HiddenNumber);
    }

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

    // 3GPP TS 23.003, 6.2: 14 digits and a check digit, or 14 and two of the software version; labels group them 2-6-6-1.
    [GeneratedRegex(@"(?<!\d)\d{2}[ -]?\d{6}[ -]?\d{6}(?:[ -]?\d{1,2})?(?!\d)")]
    private static partial Regex LikeAnImei();

    [GeneratedRegex(@"(?<name>[\w.-]+(?: [\w.-]+){0,2}) ?[:=] ?(?=\S)")]
    private static partial Regex NameBeforeValue();

    /// <summary>How the log of an attempt is called.</summary>
    public static string FileNameOf(AttemptId attempt) =>
        string.Create(CultureInfo.InvariantCulture, $"{string.Concat(attempt.JobId.Where(IsPlain))}-{attempt.Epoch}.log");

    private void Hide(string secret, string shown)
    {
        if (secret.Length > 0)
        {
            ImmutableInterlocked.Update(ref _secrets, secrets => secrets.SetItem(secret, shown));
        }
    }

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

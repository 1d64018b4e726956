using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Espero.Station.Protocols.Odin;

/// <summary>
/// Reads what heimdall writes, letter by letter: it draws its percentages over each other with backspaces and ends few lines.
/// Holds no more than a line and a few errors, whatever comes.
/// </summary>
internal sealed class HeimdallText(IProgress<OdinProgress>? progress)
{
    private const int MaxLine = 512;
    private const int MaxKept = 64;
    private const string ErrorHead = "ERROR: ";
    private const string UploadHead = "Uploading ";
    private const string UploadedTail = " upload successful";

    private readonly StringBuilder _line = new();
    private readonly ImmutableArray<string>.Builder _errors = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableArray<string>.Builder _uploaded = ImmutableArray.CreateBuilder<string>();
    private string _partition = "";
    private int _percent = -1;

    /// <summary>What stood behind ERROR, in its order.</summary>
    public ImmutableArray<string> Errors => _errors.ToImmutable();

    /// <summary>The partitions that heimdall calls written, in its order. Nothing else proves that one was.</summary>
    public ImmutableArray<string> Uploaded => _uploaded.ToImmutable();

    public void Read(ReadOnlySpan<byte> bytes)
    {
        foreach (var one in bytes)
        {
            Read((char)one);
        }
    }

    /// <summary>Takes what stands unfinished at the end.</summary>
    public void End() => EndLine();

    private void Read(char letter)
    {
        switch (letter)
        {
            case '\n' or '\r' or '\b':
                EndLine();
                break;
            case '%':
                SayPercent();
                break;
            default:
                if (_line.Length < MaxLine)
                {
                    _line.Append(letter);
                }

                break;
        }
    }

    private void EndLine()
    {
        if (_line.Length == 0)
        {
            return;
        }

        var line = _line.ToString().Trim();
        _line.Clear();
        if (line.StartsWith(ErrorHead, StringComparison.Ordinal))
        {
            Keep(_errors, line[ErrorHead.Length..]);
        }
        else if (line.StartsWith(UploadHead, StringComparison.Ordinal))
        {
            (_partition, _percent) = (line[UploadHead.Length..], -1);
        }
        else if (line.EndsWith(UploadedTail, StringComparison.Ordinal))
        {
            Keep(_uploaded, line[..^UploadedTail.Length]);
        }
    }

    private void SayPercent()
    {
        var isPercent = int.TryParse(_line.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var percent);
        if (isPercent && percent is >= 0 and <= 100 && percent > _percent && _partition.Length > 0)
        {
            _percent = percent;
            progress?.Report(new OdinProgress(_partition, percent));
        }

        if (isPercent)
        {
            _line.Clear();
        }
    }

    private static void Keep(ImmutableArray<string>.Builder kept, string text)
    {
        if (kept.Count < MaxKept)
        {
            kept.Add(text);
        }
    }
}

using System.Text;
using Espero.Orchestrator.Answers;

namespace Espero.Orchestrator.Jobs.Unlocks;

/// <summary>What a maker gave to unlock one phone, as a person entered it.</summary>
/// <param name="isFile">It is the bytes of a file; otherwise letters and digits.</param>
internal sealed class GivenCode(ReadOnlyMemory<byte> bytes, bool isFile)
{
    private const int FewestLetters = 4;
    private const int MostLetters = 256;
    private const int MostBytes = 64 << 10;

    public static GivenCode Letters(string typed) => new(Encoding.UTF8.GetBytes(typed.Trim()), isFile: false);

    public static GivenCode File(ReadOnlyMemory<byte> bytes) => new(bytes, isFile: true);

    public ReadOnlyMemory<byte> Bytes => bytes;

    /// <summary>Null when it can be what a maker gives.</summary>
    public Refusal? Check() => isFile
        ? bytes.Length is 0 or > MostBytes ? UnlockRefusals.BadTokenFile(MostBytes >> 10) : null
        : bytes.Length is < FewestLetters or > MostLetters || bytes.Span.ContainsAnyExceptInRange((byte)'!', (byte)'~') ? UnlockRefusals.BadCode(FewestLetters, MostLetters) : null;
}

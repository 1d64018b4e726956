using System.Text;

namespace Espero.Station.Run;

/// <summary>
/// What the maker gave to unlock one phone, a code or the bytes of a file. It lives in this program's memory and nowhere else, and it
/// is taken once: many phones count the wrong ones, and lock themselves for good.
/// </summary>
internal sealed class UnlockCode(ReadOnlyMemory<byte> given)
{
    private const int MostLetters = 256;

    private int _taken;

    public bool IsGiven => !given.IsEmpty;

    /// <summary>As the letters of a command; null for what is no code but a file.</summary>
    public string? Letters
    {
        get
        {
            var text = Encoding.Latin1.GetString(given.Span).Trim();
            return text.Length is > 0 and <= MostLetters && text.All(letter => letter is > ' ' and <= '~') ? text : null;
        }
    }

    public ReadOnlyMemory<byte> Bytes => given;

    /// <summary>False when it was taken before.</summary>
    public bool TryTake() => Interlocked.Exchange(ref _taken, 1) == 0;

    public override string ToString() => "(hidden)";
}

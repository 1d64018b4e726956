using System.Globalization;

namespace Espero.Station.Protocols.Fastboot;

/// <summary>Reads a size as bootloaders write it: hexadecimal with 0x, hexadecimal without it, or decimal.</summary>
public static class FastbootSize
{
    private const int BlockBytes = 4096;

    /// <summary>
    /// Digits alone are ambiguous. Sizes are whole blocks, so the reading that is one wins; where both or neither are, the
    /// decimal one does, because it is the smaller and too small a limit only costs time.
    /// </summary>
    public static bool TryParse(string text, out long sizeBytes)
    {
        var digits = text.AsSpan().Trim();
        if (digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            return TryParseHex(digits[2..], out sizeBytes);
        }

        if (!long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out sizeBytes))
        {
            return TryParseHex(digits, out sizeBytes);
        }

        if (sizeBytes % BlockBytes != 0 && TryParseHex(digits, out var hex) && hex % BlockBytes == 0)
        {
            sizeBytes = hex;
        }

        return true;
    }

    private static bool TryParseHex(ReadOnlySpan<char> digits, out long sizeBytes) =>
        long.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out sizeBytes) && sizeBytes >= 0;
}

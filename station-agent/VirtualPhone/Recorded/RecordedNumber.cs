using System.Globalization;
using Espero.VirtualPhone.Models;

namespace Espero.VirtualPhone.Recorded;

/// <summary>Numbers as bootloaders write them.</summary>
internal static class RecordedNumber
{
    private const string Prefix = "0x";

    /// <summary>Hexadecimal with 0x, decimal, or else hexadecimal without; null for no number above 0.</summary>
    public static (long Number, SizeNotation Notation)? Parse(string? text)
    {
        var word = text?.Trim() ?? "";
        if (word.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return Hexadecimal(word[Prefix.Length..]) is { } prefixed ? (prefixed, SizeNotation.Hexadecimal) : null;
        }

        return long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var plain) && plain > 0
            ? (plain, SizeNotation.DecimalDigits)
            : Hexadecimal(word) is { } bare ? (bare, SizeNotation.HexadecimalWithoutPrefix) : null;
    }

    /// <summary>The size of a partition, which bootloaders write in hexadecimal, with 0x or without.</summary>
    public static long? PartitionSize(string text)
    {
        var word = text.Trim();
        return Hexadecimal(word.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? word[Prefix.Length..] : word);
    }

    private static long? Hexadecimal(string digits) =>
        long.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}

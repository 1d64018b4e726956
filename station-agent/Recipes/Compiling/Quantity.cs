using System.Globalization;

namespace Espero.Station.Recipes.Compiling;

/// <summary>Reads numbers with their units.</summary>
internal static class Quantity
{
    /// <summary>"60s", "5m", "2h": a whole number and its unit.</summary>
    public static bool TryReadDuration(string text, out TimeSpan duration)
    {
        duration = default;
        if (text.Length < 2 || !TryReadNumber(text[..^1], 100_000, out var number))
        {
            return false;
        }

        (var isUnit, duration) = text[^1] switch
        {
            's' => (true, TimeSpan.FromSeconds((long)number)),
            'm' => (true, TimeSpan.FromMinutes((long)number)),
            'h' => (true, TimeSpan.FromHours((long)number)),
            _ => (false, default),
        };

        return isUnit;
    }

    /// <summary>Bytes: "4096", or with KiB, MiB, GiB.</summary>
    public static bool TryReadSize(string text, out ulong sizeBytes)
    {
        var (digits, unitBytes) = text switch
        {
            _ when text.EndsWith("KiB", StringComparison.Ordinal) => (text[..^3], 1UL << 10),
            _ when text.EndsWith("MiB", StringComparison.Ordinal) => (text[..^3], 1UL << 20),
            _ when text.EndsWith("GiB", StringComparison.Ordinal) => (text[..^3], 1UL << 30),
            _ => (text, 1UL),
        };

        var isNumber = TryReadNumber(digits.TrimEnd(' '), long.MaxValue / unitBytes, out var number);
        sizeBytes = number * unitBytes;
        return isNumber && number > 0;
    }

    private static bool TryReadNumber(string digits, ulong most, out ulong number) =>
        ulong.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= most;
}

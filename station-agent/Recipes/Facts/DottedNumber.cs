using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Espero.Station.Recipes.Facts;

/// <summary>
/// A whole number ("30", "0x10000000"), a dotted version ("12.0.3") or a date ("2026-10-05"), compared part by part; missing parts
/// are zero.
/// </summary>
public sealed class DottedNumber
{
    private const int MaxParts = 8;

    private readonly ImmutableArray<ulong> _parts;

    private DottedNumber(ImmutableArray<ulong> parts)
    {
        _parts = parts;
    }

    public static bool TryParse(string text, [NotNullWhen(true)] out DottedNumber? number)
    {
        number = null;
        var trimmed = text.Trim();
        if (trimmed.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            if (ulong.TryParse(trimmed.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hexadecimal))
            {
                number = new DottedNumber([hexadecimal]);
            }

            return number is not null;
        }

        var parts = ImmutableArray.CreateBuilder<ulong>();
        foreach (var part in trimmed.Split(IsDate(trimmed) ? '-' : '.'))
        {
            if (parts.Count == MaxParts || !ulong.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            {
                return false;
            }

            parts.Add(value);
        }

        number = new DottedNumber(parts.ToImmutable());
        return true;
    }

    public bool IsAtLeast(DottedNumber least)
    {
        for (var i = 0; i < Math.Max(_parts.Length, least._parts.Length); i++)
        {
            if (Part(i) != least.Part(i))
            {
                return Part(i) > least.Part(i);
            }
        }

        return true;
    }

    private static bool IsDate(string text) => text is [_, _, _, _, '-', _, _, '-', _, _];

    private ulong Part(int index) => index < _parts.Length ? _parts[index] : 0;
}

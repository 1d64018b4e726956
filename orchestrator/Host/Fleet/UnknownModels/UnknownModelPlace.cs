using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Espero.Orchestrator.Fleet.UnknownModels;

/// <summary>Where a model stands in the list: what it is sorted by. Its text is the token of the page that follows it.</summary>
internal readonly record struct UnknownModelPlace(DateTimeOffset LastAskedAt, string Code) : IParsable<UnknownModelPlace>
{
    // To the microsecond, as the database keeps it: a coarser moment would repeat or skip its neighbours.
    private const string MomentFormat = "yyyyMMdd'T'HHmmssffffff";

    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out UnknownModelPlace place)
    {
        place = default;
        if (text?.Split('-') is not [var moment, var code]
            || ModelCode.Read(code) != code
            || !DateTimeOffset.TryParseExact(
                moment, MomentFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var lastAskedAt))
        {
            return false;
        }

        place = new UnknownModelPlace(lastAskedAt, code);
        return true;
    }

    public static UnknownModelPlace Parse(string text, IFormatProvider? provider) =>
        TryParse(text, provider, out var place) ? place : throw new FormatException($"\"{text}\" is no place in the list of unknown models.");

    public override string ToString() => $"{LastAskedAt.UtcDateTime.ToString(MomentFormat, CultureInfo.InvariantCulture)}-{Code}";
}

using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Espero.Orchestrator.Answers;

/// <summary>Which of the two languages a caller reads.</summary>
internal static class Language
{
    public const string English = "en";
    public const string French = "fr";

    /// <summary>From accept-language, as browsers and our own command send it; English when it names neither.</summary>
    public static string Of(StringValues acceptLanguage)
    {
        if (!StringWithQualityHeaderValue.TryParseList(acceptLanguage, out var wishes))
        {
            return English;
        }

        return wishes
            .Where(wish => wish.Quality is not 0)
            .OrderByDescending(wish => wish.Quality ?? 1)
            .Select(wish => wish.Value.ToString())
            .Select(code => code.StartsWith(French, StringComparison.OrdinalIgnoreCase) ? French
                : code.StartsWith(English, StringComparison.OrdinalIgnoreCase) ? English
                : null)
            .OfType<string>()
            .FirstOrDefault(English);
    }
}

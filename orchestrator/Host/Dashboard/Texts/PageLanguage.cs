using System.Globalization;
using Espero.Station.Recipes.Words;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Espero.Orchestrator.Dashboard.Texts;

/// <summary>The language of one page. People at the sites speak French first, so English has to be preferred to be used.</summary>
public sealed record PageLanguage
{
    public static readonly PageLanguage French = new("fr");
    public static readonly PageLanguage English = new("en");

    private PageLanguage(string code) => Code = code;

    /// <summary>For the lang attribute.</summary>
    public string Code { get; }

    public static IReadOnlyList<PageLanguage> All => [French, English];

    public static PageLanguage Of(StringValues acceptLanguage)
    {
        var wishes = StringWithQualityHeaderValue.TryParseList(acceptLanguage, out var parsed) ? parsed : [];
        return Wish(wishes, English) > Wish(wishes, French) ? English : French;
    }

    public string Say(Sentence sentence) => this == French ? FrenchSpacing.Apply(sentence.French) : sentence.English;

    public string Say(Sentence sentence, params ReadOnlySpan<object?> values) =>
        string.Format(CultureInfo.InvariantCulture, Say(sentence), values);

    /// <param name="others">Stand at {1}, {2} …</param>
    public string Count(Counted text, int count, params ReadOnlySpan<object?> others) =>
        Say(IsOne(count) ? text.One : text.Many, [count, .. others]);

    private bool IsOne(int count) => this == French ? count is 0 or 1 : count is 1;

    private static double Wish(IEnumerable<StringWithQualityHeaderValue> wishes, PageLanguage language) => wishes
        .Where(wish => wish.Value.StartsWith(language.Code, StringComparison.OrdinalIgnoreCase))
        .Select(wish => wish.Quality ?? 1)
        .DefaultIfEmpty(0)
        .Max();
}

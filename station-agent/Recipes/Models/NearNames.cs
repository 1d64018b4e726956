using System.Collections.Frozen;
using System.Collections.Immutable;
using Espero.Station.Recipes.Words;

namespace Espero.Station.Recipes.Models;

/// <summary>Finds models whose name is like what a person typed: one that goes on after it, one that has all its words, one mistyped.</summary>
internal sealed class NearNames(ImmutableArray<ModelFacts> models)
{
    // Shorter texts begin too many names.
    private const int ShortestText = 3;

    // Longer input is no typing slip, and the distance costs its length squared.
    private const int LongestText = 40;

    private readonly ImmutableArray<Name> _names =
        [.. models.SelectMany(model => NamesOf(model).Distinct().Select(text => new Name(text, Words(text).ToFrozenSet(), model)))];

    public ImmutableArray<ModelFacts> To(string typed, int most)
    {
        var text = Plain(typed);
        if (text.Length is < ShortestText or > LongestText)
        {
            return [];
        }

        var words = Words(text);
        return
        [
            .. _names
                .Select(name => (name.Model, Rank: Rank(name, text, words), Excess: Math.Abs(name.Text.Length - text.Length)))
                .Where(found => found.Rank is not null)
                .OrderBy(found => found.Rank)
                .ThenBy(found => found.Excess)
                .Select(found => found.Model)
                .Distinct()
                .Take(most),
        ];
    }

    // Null for a name that is not like the text at all.
    private static int? Rank(Name name, string text, string[] words) =>
        name.Text.StartsWith(text, StringComparison.Ordinal) ? 0
        : words.All(name.Words.Contains) ? 1
        : Slips(name.Text, text);

    private static int? Slips(string name, string text)
    {
        var most = Math.Max(1, text.Length / 5);
        return Math.Abs(name.Length - text.Length) <= most && NearestWord.Distance(text, name) is var slips && slips <= most
            ? 1 + slips
            : null;
    }

    private static IEnumerable<string> NamesOf(ModelFacts model) =>
    [
        Plain(model.Codename),
        .. model.Names.SelectMany(name => new[] { Plain(name.Value), Plain($"{model.Vendor} {name.Value}") }),
        .. model.Aliases.Select(alias => Plain(alias.Value)),
        .. model.ModelNumbers.Select(number => Plain(number.Value)),
    ];

    private static string Plain(string text) => string.Join(' ', Words(text.ToLowerInvariant()));

    private static string[] Words(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private sealed record Name(string Text, FrozenSet<string> Words, ModelFacts Model);
}

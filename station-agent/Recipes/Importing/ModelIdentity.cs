using System.Collections.Immutable;
using Espero.Station.Recipes.Facts;
using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Source;
using static Espero.Station.Recipes.Source.StepNodes;

namespace Espero.Station.Recipes.Importing;

/// <summary>
/// How a model is told by two sources that cannot be wrong together: the name that its programs give it, and its chip, which
/// often another data set knows. Where none does, a person must say what is printed on the phone; until then its recipe refuses it.
/// </summary>
internal static class ModelIdentity
{
    private const string Name = "getprop.ro.product.device";
    private const string Platform = "getprop.ro.board.platform";
    private const int LeastName = 3; // "5" is what many makers call a phone

    public static ImmutableArray<SourceNode> Of(SourceNode at, ModelFacts model)
    {
        string[] names = [.. model.Aliases.Select(alias => alias.Value).Prepend(model.Codename).Where(IsWord).Distinct()];
        string[] platforms = [.. model.Chips.SelectMany(chip => chip.Value.Platforms).Distinct()];
        var second = platforms.Length > 0
            ? OneOf(at, Platform, platforms)
            : OneOf(at, FactName.PersonModel, [.. Printed(model).Distinct()]);
        return [OneOf(at, Name, names), second];
    }

    // Settings show a name without its maker, the back of a phone its number.
    private static IEnumerable<string> Printed(ModelFacts model)
    {
        string[] names = [.. model.Names.Select(name => name.Value)];
        var bare = names
            .Where(name => name.StartsWith($"{model.Vendor} ", StringComparison.OrdinalIgnoreCase))
            .Select(name => name[(model.Vendor.Length + 1)..].Trim())
            .Where(name => name.Length >= LeastName && name.Any(char.IsLetter));
        return [.. names, .. bare, .. model.ModelNumbers.Select(number => number.Value), model.Codename];
    }

    private static SourceMap OneOf(SourceNode at, string fact, string[] values) => values is [var only]
        ? Map(at, (fact, Text(at, only)))
        : Map(at, (fact, List(at, values.Select(value => Text(at, value)))));

    private static bool IsWord(string text) => text.Length > 0 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '.');
}

using System.Collections.Immutable;
using Espero.Station.Recipes.Facts;

namespace Espero.Station.Recipes.Models;

/// <summary>What a phone of a model may say, or show, where its model is asked for.</summary>
public static class ModelMarks
{
    private const int LeastName = 3; // "5" is what many makers call a phone

    /// <summary>
    /// The values of <see cref="FactName.Device"/>, <see cref="FactName.Platform"/> or <see cref="FactName.PersonModel"/> that fit the
    /// model, most usual first; none for any other fact, and where nobody says.
    /// </summary>
    public static ImmutableArray<string> Of(ModelFacts model, string fact) => fact switch
    {
        FactName.Device => [.. Names(model).Where(IsWord).Distinct()],
        FactName.Platform => [.. model.Chips.SelectMany(chip => chip.Value.Platforms).Distinct()],
        FactName.PersonModel => [.. Printed(model).Distinct()],
        _ => [],
    };

    /// <summary>Whether a program could give this as its model's name.</summary>
    internal static bool IsWord(string text) =>
        text.Length > 0 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '.');

    private static IEnumerable<string> Names(ModelFacts model) =>
        model.Codenames.Concat(model.Aliases).Select(name => name.Value);

    // Settings show a name without its maker, the back of a phone its number.
    private static IEnumerable<string> Printed(ModelFacts model)
    {
        string[] names = [.. model.Names.Select(name => name.Value)];
        var bare = names
            .Where(name => name.StartsWith($"{model.Vendor} ", StringComparison.OrdinalIgnoreCase))
            .Select(name => name[(model.Vendor.Length + 1)..].Trim())
            .Where(name => name.Length >= LeastName && name.Any(char.IsLetter));
        return [.. names, .. bare, .. model.ModelNumbers.Select(number => number.Value), .. model.Codenames.Select(name => name.Value)];
    }
}

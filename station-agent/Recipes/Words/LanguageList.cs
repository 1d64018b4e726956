namespace Espero.Station.Recipes.Words;

/// <summary>Joins words into the tail of a sentence: the nearest word if there is one, else the whole list.</summary>
internal static class LanguageList
{
    // More than these are no help in a sentence.
    private const int MaxListed = 30;

    public static Sentence Hint(string? nearest, IReadOnlyCollection<string> valid)
    {
        if (nearest is not null)
        {
            return new Sentence($"Did you mean \"{nearest}\"?", $"Vouliez-vous dire « {nearest} » ?");
        }

        if (valid.Count is 0 or > MaxListed)
        {
            return new Sentence("Check the spelling.", "Vérifiez l'orthographe.");
        }

        var list = string.Join(", ", valid);
        return new Sentence($"Valid are: {list}.", $"Sont valables : {list}.");
    }
}

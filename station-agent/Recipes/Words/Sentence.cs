namespace Espero.Station.Recipes.Words;

/// <summary>One text for people, in both languages they read: what happened, why, what to do.</summary>
public sealed record Sentence(string English, string French)
{
    /// <summary>The text in the language of a code such as "fr", "fr-FR" or "en"; English for every other one.</summary>
    public string In(string language) =>
        language.StartsWith("fr", StringComparison.OrdinalIgnoreCase) ? French : English;

    /// <summary>With a capital letter, where it begins a sentence.</summary>
    public Sentence AsBeginning() => new(Capital(English), Capital(French));

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}

namespace Espero.Station.Recipes.Importing;

/// <summary>Makes the name of a recipe out of names for people: small letters, digits and single hyphens.</summary>
internal static class RecipeName
{
    private const int MaxLength = 64;

    public static string Of(string text)
    {
        var letters = text.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-');
        var words = string.Concat(letters).Split('-', StringSplitOptions.RemoveEmptyEntries);
        var name = string.Join('-', words);
        return name.Length <= MaxLength ? name : name[..MaxLength].TrimEnd('-');
    }
}

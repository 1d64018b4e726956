namespace Espero.Station.Recipes.Importing;

/// <summary>Plain names for files of other projects, which have folders, addresses and questions in theirs.</summary>
internal static class FileNames
{
    private const int MaxLength = 120;

    /// <summary>The last part of an address or a path, in letters that a file of a build may have.</summary>
    public static string Plain(string addressOrPath)
    {
        var last = addressOrPath.Split('?', '#')[0].TrimEnd('/').Split('/')[^1];
        var plain = string.Concat(last.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '+' or '-' ? letter : '-'));
        plain = plain.TrimStart('.', '+', '-');
        return plain.Length == 0 ? "file" : plain.Length <= MaxLength ? plain : plain[^MaxLength..].TrimStart('.', '+', '-');
    }
}

using System.Collections.Immutable;
using System.Security.Cryptography;
using Espero.Station.Recipes.Source;

namespace Espero.Station.Recipes.Native;

/// <summary>Compares files with the digests that a flashfile names. A file that differs is another one, or was spoilt on its way.</summary>
public static class FileDigests
{
    internal static readonly ImmutableArray<string> Algorithms = ["MD5", "SHA1", "SHA256"];

    /// <summary>Every digest that does not fit; empty for formats that name none. A missing file is the compiler's affair.</summary>
    /// <param name="pathOf">Where a file of the recipe lies; null when it is not there.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static async Task<ImmutableArray<SourceError>> CheckAsync(
        RecipeFile recipe, Func<string, string?> pathOf, CancellationToken cancellationToken)
    {
        var errors = new ErrorList(recipe.Name);
        foreach (var digest in Of(recipe))
        {
            if (pathOf(digest.File.Text) is { } path
                && await HashAsync(path, digest.Algorithm, cancellationToken) is var found
                && !found.Equals(digest.Value.Text.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                errors.Add(digest.Value, NativeComplaints.OtherContent(digest.File.Text, digest.Algorithm.Name!, found));
            }
        }

        return errors.InOrder();
    }

    private static IEnumerable<FileDigest> Of(RecipeFile recipe) => NativeFormats.Of(recipe.Name) is not NativeFormat.Flashfile
        ? []
        : from element in FlashfileXml.Read(recipe.Text, new ErrorList(recipe.Name))
          where element.Name.Text is "step" or "part"
          from algorithm in Algorithms
          let file = element.Find("filename")
          let value = element.Find(algorithm)
          where file is not null && value is not null && ValueRules.FileName.Pattern.IsMatch(file.Text)
          select new FileDigest(file, value, new HashAlgorithmName(algorithm));

    private static async Task<string> HashAsync(string path, HashAlgorithmName algorithm, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(await CryptographicOperations.HashDataAsync(algorithm, stream, cancellationToken));
    }
}

using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Source;

namespace Espero.Station.Recipes.Importing.Ubports;

/// <summary>The hash that the source states for a file, by the kind that it is.</summary>
internal readonly record struct UbportsChecksum(string? Sha256, string? Md5)
{
    public static UbportsChecksum Of(SourceMap file) => new(Sum(file, "sha256"), Sum(file, "md5"));

    private static string? Sum(SourceMap file, string algorithm) =>
        file.Map("checksum") is { } sum && sum.Text("algorithm") == algorithm ? sum.Text("sum")?.ToLowerInvariant() : null;
}

using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Espero.Station.Recipes.Builds;

/// <summary>One release of an operating system for some models, as its build file describes it.</summary>
public sealed class Build
{
    /// <summary>At most 100 characters, no line break.</summary>
    public required string Name { get; init; }

    /// <summary>At most 60 characters, no space.</summary>
    public required string Version { get; init; }

    /// <summary>Never lower than the counter of a build that a phone had before.</summary>
    public required ulong Counter { get; init; }

    /// <summary>"vendor/codename", sorted, each once.</summary>
    public required ImmutableArray<string> Models { get; init; }

    /// <summary>Sorted by name, each name once.</summary>
    public required ImmutableArray<ImageFile> Files { get; init; }

    /// <summary>SHA-256 of the canonical manifest, 64 lower-case hexadecimal digits.</summary>
    public string Id => Convert.ToHexStringLower(SHA256.HashData(ManifestBytes()));

    public bool TryFindFile(string name, [NotNullWhen(true)] out ImageFile? file)
    {
        file = Files.FirstOrDefault(candidate => candidate.Name == name);
        return file is not null;
    }

    /// <summary>
    /// The canonical manifest: UTF-8, one "key value" a line, each line ended by a line feed, models and files in the order of
    /// their bytes. No value may hold a line break, so no two builds share a manifest. The format is described in the README of
    /// this project; a change to it needs a new number in its first line.
    /// </summary>
    public byte[] ManifestBytes()
    {
        var manifest = new StringBuilder("espero-build 1\n")
            .Append("name ").Append(Name).Append('\n')
            .Append("version ").Append(Version).Append('\n')
            .Append("counter ").Append(Counter.ToString(CultureInfo.InvariantCulture)).Append('\n');
        foreach (var model in Models.Order(StringComparer.Ordinal))
        {
            manifest.Append("model ").Append(model).Append('\n');
        }

        foreach (var file in Files.OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            manifest.Append("file ").Append(file.Sha256).Append(' ')
                .Append(file.SizeBytes.ToString(CultureInfo.InvariantCulture)).Append(' ')
                .Append(file.Name).Append('\n');
        }

        return Encoding.UTF8.GetBytes(manifest.ToString());
    }
}

using System.Collections.Immutable;
using Espero.Station.Recipes.Builds;
using Espero.Station.Recipes.Source;

namespace Espero.Station.Recipes.Importing;

/// <summary>A recipe as an importer read it: everything but its provenance, which is the same for all.</summary>
internal sealed class RecipeDraft
{
    /// <summary>Small letters, digits, hyphens; unique in the file.</summary>
    public required string Name { get; init; }

    /// <summary>"vendor/codename".</summary>
    public required string Model { get; init; }

    /// <summary>Of the operating system, for people.</summary>
    public required string System { get; init; }

    /// <summary>Tests of two or more sources.</summary>
    public required ImmutableArray<SourceNode> Identity { get; init; }

    public required ImmutableArray<OriginFile> Files { get; init; }

    /// <summary>As the file has them; what must come first is moved there by <see cref="RecipeAssembler"/>.</summary>
    public required ImmutableArray<SourceMap> Steps { get; init; }

    /// <summary>Tests of what must be on the phone beneath the build.</summary>
    public ImmutableArray<SourceNode> Requires { get; init; } = [];

    /// <summary>Facts below whose value the phone must not have been: the build would be older than it.</summary>
    public ImmutableArray<(string Fact, string Value)> RollbackMarks { get; init; } = [];

    /// <summary>What the source offers and the choices made here leave out: names of its own options, partitions or parts.</summary>
    public ImmutableArray<string> LeftOut { get; init; } = [];
}

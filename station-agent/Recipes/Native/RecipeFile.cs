using System.Collections.Immutable;
using Espero.Station.Recipes.Builds;
using Espero.Station.Recipes.Compiling;
using Espero.Station.Recipes.Source;

namespace Espero.Station.Recipes.Native;

/// <summary>A recipe in any format that is understood, with the texts it is read with.</summary>
/// <param name="Name">How messages name it; the last part of the path tells the format.</param>
/// <param name="Text">Its content.</param>
/// <param name="Beside">What <see cref="NamesBeside"/> asks for, as far as it is there; each by its plain name.</param>
public sealed record RecipeFile(string Name, string Text, ImmutableArray<RecipeText> Beside)
{
    /// <summary>The same plan language whatever the format: the plan, or every reason why the recipe is refused.</summary>
    public Parsed<CompiledPlan> Compile(Build build) => NativeFormats.Of(Name) is { } format
        ? new NativeCompiler(this, format).Compile(build)
        : RecipeCompiler.Compile(Text, Name, build);

    /// <summary>"vendor/codename" as it is written; null when it is not, or cannot be read.</summary>
    public string? Model
    {
        get
        {
            var text = NativeFormats.Of(Name) is null ? Text : Find(NativeFormats.ModelFileName)?.Text;
            var root = text is null ? null : SourceReader.Read(text, new ErrorList(Name));
            return root is SourceMap map && map.Find("model") is SourceScalar model ? model.Text : null;
        }
    }

    /// <summary>The names of the texts that a recipe of this name may be read with; empty for Espero's own format.</summary>
    public static ImmutableArray<string> NamesBeside(string name) =>
        NativeFormats.Of(name) is { } format ? NativeFormats.Beside(format) : [];

    /// <summary>The recipe with what it is read with: from its own folder, else from the folder of the build's files.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static async Task<RecipeFile> ReadAsync(string path, string folder, CancellationToken cancellationToken)
    {
        var text = await File.ReadAllTextAsync(path, cancellationToken);
        var beside = ImmutableArray.CreateBuilder<RecipeText>();
        foreach (var name in NamesBeside(path))
        {
            string[] places = [Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, name), Path.Combine(folder, name)];
            if (places.FirstOrDefault(File.Exists) is { } found)
            {
                beside.Add(new RecipeText(name, await File.ReadAllTextAsync(found, cancellationToken)));
            }
        }

        return new RecipeFile(Path.GetFileName(path), text, beside.ToImmutable());
    }

    /// <summary>The recipe without its build: the files that it names are believed. What comes out no station takes for a plan.</summary>
    public Parsed<CheckedRecipe> Rehearse()
    {
        if (NativeFormats.Of(Name) is { } format)
        {
            return new NativeCompiler(this, format).Check();
        }

        var files = NamedFiles.In(Text).Select(name => new OriginFile(name, default));
        return RecipeCompiler.Check(Text, Name, new OriginList("alone", Model is { } model ? [model] : [], [.. files]));
    }

    internal RecipeText? Find(string name) => Beside.FirstOrDefault(text => text.Name == name);
}

using System.Text;
using System.Text.RegularExpressions;
using Espero.Station.Recipes.Builds;
using Espero.Station.Recipes.Compiling;
using Espero.Station.Recipes.Native;
using Espero.Station.Recipes.Source;
using Espero.Station.Recipes.Vocabulary;

namespace Espero.Station.Recipes.Tests;

/// <summary>What the README shows is what the compiler takes.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "RecipesReadme.md")).ReplaceLineEndings("\n");
    private static readonly string[] Blocks = [.. CodeBlock().Matches(Readme).Select(match => match.Groups[1].Value)];

    [Fact]
    public void The_example_build_has_the_example_manifest()
    {
        var build = BuildFile.Parse(Blocks[0], "build.yaml");

        Assert.Empty(build.Errors);
        Assert.Equal(Blocks[1], Encoding.UTF8.GetString(build.Value!.ManifestBytes()));
    }

    [Fact]
    public void The_example_recipe_compiles() =>
        Assert.Empty(RecipeCompiler.Compile(Blocks[2], "recipe.yaml", BuildFile.Parse(Blocks[0], "build.yaml").Value!).Errors);

    [Fact]
    public void The_table_holds_every_verb_with_its_keys_and_whether_it_loses_data() =>
        Assert.All(VerbCatalogue.All, verb =>
        {
            var row = Readme.Split('\n').Single(line => line.StartsWith($"| `{verb.Name}` |", StringComparison.Ordinal));

            Assert.Equal(verb.LosesData, row.EndsWith("| yes |", StringComparison.Ordinal));
            Assert.All(verb.Keys, key => Assert.Contains($"`{key.Name}", row, StringComparison.Ordinal));
        });

    [Fact]
    public void The_example_of_a_model_file_is_one()
    {
        var errors = new ErrorList("model.yaml");

        Assert.True(ModelFile.Read(new RecipeText("model.yaml", Blocks[^1]), errors).Leaves("modemst1"));
        Assert.True(errors.IsEmpty);
    }

    [GeneratedRegex("```(?:yaml)?\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}

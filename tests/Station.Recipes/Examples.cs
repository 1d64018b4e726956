using Espero.Station.Recipes.Builds;
using Espero.Station.Recipes.Compiling;
using Espero.Station.Recipes.Source;

namespace Espero.Station.Recipes.Tests;

/// <summary>A small build, and recipes around one step.</summary>
internal static class Examples
{
    public const string BuildText = """
        build: virtual-a-demo
        version: "2026.1"
        counter: 3
        models: [espero/virtual-a, espero/virtual-b]
        files:
          - name: boot.img
            size: 4096
            sha256: 1111111111111111111111111111111111111111111111111111111111111111
          - name: system.img
            size: 8192
            sha256: 2222222222222222222222222222222222222222222222222222222222222222
          - name: notes.txt
            size: 12
            sha256: 3333333333333333333333333333333333333333333333333333333333333333
        """;

    public const string Head = """
        recipe: virtual-a-demo
        model: espero/virtual-a
        identity:
          - getvar.product: virtual-a
          - partition.userdata: ["1048576", "2097152"]
        proof: none
        """;

    public static readonly Build Build = BuildFile.Parse(BuildText, "build.yaml").Value!;

    public static Parsed<CompiledPlan> Compile(string text) => RecipeCompiler.Compile(text, "recipe.yaml", Build);

    /// <summary>A recipe that fetches every file and then has these steps; they begin on line 9.</summary>
    public static string WithSteps(string steps) =>
        $"{Head}\nsteps:\n  - fetch: [boot.img, system.img, notes.txt]\n{Indent(steps)}\n";

    public static Parsed<CompiledPlan> CompileSteps(string steps) => Compile(WithSteps(steps));

    public static SourceError OnlyError(Parsed<CompiledPlan> parsed) => Assert.Single(parsed.Errors);

    private static string Indent(string steps) => string.Join('\n', steps.Split('\n').Select(line => "  " + line));
}

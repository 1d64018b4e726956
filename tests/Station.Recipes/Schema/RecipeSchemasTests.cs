using System.Text.Json;
using Espero.Station.Recipes.Compiling;
using Espero.Station.Recipes.Native;
using Espero.Station.Recipes.Schema;
using Espero.Station.Recipes.Source;
using Espero.Station.Recipes.Tests.Native;
using Espero.Station.Recipes.Vocabulary;
using NJsonSchema;

namespace Espero.Station.Recipes.Tests.Schema;

public sealed class RecipeSchemasTests
{
    public static TheoryData<string> Names => [.. RecipeSchemas.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_published_schema_is_the_one_that_the_vocabulary_makes(string name) => Assert.Equal(
        RecipeSchemas.All[name],
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Schemas", name)).ReplaceLineEndings("\n"));

    [Theory]
    [InlineData("- flash: { partition: boot, file: boot.img, slot: other, raw: true }")]
    [InlineData("- { id: wipe, erase: userdata, condition: { getvar.current-slot: a }, fallback: [ { format: { partition: userdata, file-system: ext4 } } ] }")]
    [InlineData("- erase: { partition: cache, slot: both }")]
    [InlineData("- { erase: cache, condition: { any: [ { getvar.secure: \"yes\" }, { not: { all: [ { getvar.x: { present: true } } ] } } ] } }")]
    [InlineData("- assert: { getvar.version-bootloader: { at-least: 1.2 }, getvar.product: [a, b] }")]
    [InlineData("- assert: { tests: { getprop.ro.x: { matches: \"a.*\" } }, sentence: old-firmware }")]
    [InlineData("- assert: [ { getvar.a: 1 }, { getvar.b: { one-of: [1, 2] } } ]")]
    [InlineData("- ask: { sentence: hold-keys, needs: [keys, sim], mode: bootloader, within: 5m }")]
    [InlineData("- ask: hold-keys")]
    [InlineData("- await-mode: { mode: fastbootd, within: 60s }")]
    [InlineData("- reboot: bootloader")]
    [InlineData("- unlock: flashing\n- lock\n- lock:\n- avb-key: { clear: true }\n- avb-key: boot.img\n- oem-command: off-mode-charge 0")]
    [InlineData("- boot-image: { file: boot.img, stage: system.img }\n- set-slot: a\n- super: { file: system.img, wipe: true }\n- snapshot-cancel")]
    [InlineData("- logical: { action: resize, partition: system, size: 4 GiB }\n- logical: { action: create, partition: system, size: 4096 }")]
    [InlineData("- sideload: system.img\n- push: { file: notes.txt, to: /sdcard/notes.txt }\n- shell: twrp wipe data")]
    [InlineData("- snapshot-facts\n- checkpoint: halfway\n- erase-proof: userdata\n- verify-boot: { proof: read-back, within: 10m, tests: { getprop.x: y } }")]
    public Task What_the_compiler_takes_the_schema_takes(string steps)
    {
        Assert.Empty(Examples.CompileSteps(steps).Errors);
        return AssertTakesAsync("recipe.schema.json", Examples.WithSteps(steps), isTaken: true);
    }

    [Theory]
    [InlineData("- ersae: cache")]
    [InlineData("- { erase: cache, format: cache }")]
    [InlineData("- { id: x }")]
    [InlineData("- [erase]")]
    [InlineData("- erase")]
    [InlineData("- lock: now")]
    [InlineData("- flash: boot")]
    [InlineData("- flash: { partition: boot }")]
    [InlineData("- flash: { partition: boot, file: boot.img, slto: a }")]
    [InlineData("- flash: { partition: boot, file: boot.img, slot: c }")]
    [InlineData("- flash: { partition: boot, file: boot.img, raw: yes }")]
    [InlineData("- flash: { partition: [boot], file: boot.img }")]
    [InlineData("- flash: { partition: boot, file: ../boot.img }")]
    [InlineData("- erase: ../boot")]
    [InlineData("- set-slot: both")]
    [InlineData("- await-mode: { mode: bootloader, within: 60 }")]
    [InlineData("- await-mode: { mode: fastboot, within: 60s }")]
    [InlineData("- assert: { gtvar.product: x }")]
    [InlineData("- assert: { getvar.product: { present: true, at-least: 3 } }")]
    [InlineData("- assert: { getvar.product: { present: maybe } }")]
    [InlineData("- assert: { getvar.product: { at-least: soon } }")]
    [InlineData("- assert: {}")]
    [InlineData("- assert: []")]
    [InlineData("- { erase: cache, condition: a }")]
    [InlineData("- { erase: cache, condition: { all: a } }")]
    [InlineData("- { erase: cache, fallback: [] }")]
    [InlineData("- { id: A, erase: cache }")]
    [InlineData("- oem-command: reboot-edl")]
    [InlineData("- shell: rm -rf /")]
    [InlineData("- push: { file: notes.txt, to: /system/x }")]
    [InlineData("- push: { file: notes.txt, to: /sdcard/../system/x }")]
    [InlineData("- fetch: []")]
    public Task What_the_schema_refuses_the_compiler_refuses(string steps)
    {
        Assert.NotEmpty(Examples.CompileSteps(steps).Errors);
        return AssertTakesAsync("recipe.schema.json", Examples.WithSteps(steps), isTaken: false);
    }

    [Theory]
    [InlineData("proof: none", "proof: surely")]
    [InlineData("model: espero/virtual-a", "model: virtual-a")]
    [InlineData("recipe: virtual-a-demo", "recipe: Virtual A")]
    [InlineData("proof: none", "prof: none")]
    [InlineData("proof: none", "proof: none\npartitions: { x: never-write }")]
    public async Task A_head_that_the_schema_refuses_the_compiler_refuses(string good, string bad)
    {
        var recipe = Examples.WithSteps("- erase: cache");
        var changed = recipe.Replace(good, bad, StringComparison.Ordinal);

        Assert.NotEmpty(Examples.Compile(changed).Errors);
        await AssertTakesAsync("recipe.schema.json", recipe, isTaken: true);
        await AssertTakesAsync("recipe.schema.json", changed, isTaken: false);
    }

    [Fact]
    public Task A_recipe_that_says_where_it_is_from_is_taken() => AssertTakesAsync(
        "recipe.schema.json",
        Examples.WithSteps("- erase: persist").Replace(
            "proof: none",
            $"proof: none\nnever-write: persist\nsource: {{ project: Invented, file: one.yml, sha256: {new string('1', 64)}, licence: CC0-1.0 }}",
            StringComparison.Ordinal),
        isTaken: true);

    [Fact]
    public void Every_key_of_a_recipe_is_in_its_schema()
    {
        using var schema = JsonDocument.Parse(RecipeSchemas.All["recipe.schema.json"]);

        Assert.Equal(
            RecipeCompiler.Keys.Order(StringComparer.Ordinal),
            schema.RootElement.GetProperty("properties").EnumerateObject().Select(key => key.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_verb_of_the_vocabulary_can_stand_in_a_step()
    {
        var step = (await JsonSchema.FromJsonAsync(RecipeSchemas.All["recipe.schema.json"], TestContext.Current.CancellationToken))
            .Definitions["step"].AnyOf.Last();

        Assert.Empty(VerbCatalogue.All.Select(verb => verb.Name).Except(step.Properties.Keys));
    }

    [Fact]
    public async Task A_build_file_is_judged_as_the_compiler_does()
    {
        await AssertTakesAsync("build.schema.json", Examples.BuildText, isTaken: true);
        await AssertTakesAsync("build.schema.json", Examples.BuildText.Replace("counter: 3", "counter: -3", StringComparison.Ordinal), isTaken: false);
        await AssertTakesAsync("build.schema.json", Examples.BuildText.Replace("1111", "XXXX", StringComparison.Ordinal), isTaken: false);
    }

    [Fact]
    public async Task A_model_file_is_judged_as_the_readers_do()
    {
        var errors = new ErrorList("model.yaml");
        Assert.True(ModelFile.Read(new RecipeText("model.yaml", NativeExamples.Model + "\nleave: modemst1"), errors).IsThere);

        Assert.True(errors.IsEmpty);
        await AssertTakesAsync("model.schema.json", NativeExamples.Model + "\nleave: modemst1", isTaken: true);
        await AssertTakesAsync("model.schema.json", NativeExamples.Model + "\nsteps: []", isTaken: false);
    }

    private static async Task AssertTakesAsync(string name, string yaml, bool isTaken)
    {
        var schema = await JsonSchema.FromJsonAsync(RecipeSchemas.All[name], TestContext.Current.CancellationToken);
        var errors = schema.Validate(YamlAsJson.Convert(yaml));

        Assert.True(isTaken == (errors.Count == 0), string.Join('\n', errors));
    }
}

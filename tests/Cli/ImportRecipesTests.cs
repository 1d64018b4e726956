using System.Text.Json;
using Espero.Testing;

namespace Espero.Cli.Tests;

public sealed class ImportRecipesTests : IDisposable
{
    private const string Maintained = """
        codename: one
        name: One
        vendor: Acme
        type: phone
        soc: Qualcomm MSM8953 Snapdragon 625
        install_method: fastboot_nexus
        download_boot: With the device powered off, hold <kbd>Volume Down</kbd> + <kbd>Power</kbd>.
        recovery_boot: With the device powered off, hold <kbd>Volume Up</kbd> + <kbd>Power</kbd>.
        recovery_partition_name: recovery
        recovery_reboot: fastboot_reboot
        maintainers: [somebody]
        versions: [23.0]
        """;

    // Nothing listens there, and nothing needs to.
    private static readonly Uri Nobody = new("http://127.0.0.1:9");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_pack_is_made_whose_recipes_pass_the_check()
    {
        Write("one.yml", Maintained);

        var import = await ImportAsync("en");
        var check = await CliRun.RunAsync(Nobody, "en", typed: null, "recipes", "check", _folder.PathTo("packs"));

        Assert.Equal(ExitCode.Ok, import.ExitCode);
        Assert.Matches(@"(?m)^files that compile +1$", import.Output);
        Assert.Matches(@"(?m)^recipes, proof without hands: seen-on-usb +1$", import.Output);
        Assert.Equal(ExitCode.Ok, check.ExitCode);
        Assert.Contains("recipes: 1, refused: 0,", check.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_gives_no_recipe_is_listed_with_its_place_and_the_reason()
    {
        Write("one.yml", Maintained);
        Write("two.yml", Other("fastboot_nexus", "dd"));

        var run = await ImportAsync("fr");

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Matches(@"(?m)^two\.yml:\d+:\d+: \w", run.Output);
        Assert.DoesNotContain("one.yml", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^fichiers qui ne compilent pas +1$", run.Output);
    }

    [Theory]
    [InlineData("[somebody]", "[]")]
    [InlineData("type: phone", "type: tv")]
    public async Task A_file_of_which_nobody_expects_a_recipe_is_listed_and_is_no_failure(string said, string instead)
    {
        Write("one.yml", Maintained);
        Write("two.yml", Other(said, instead));

        var run = await ImportAsync("en");

        Assert.Equal(ExitCode.Ok, run.ExitCode);
        Assert.Matches(@"(?m)^two\.yml:\d+:\d+: \w", run.Output);
        Assert.Matches(@"(?m)^files out of scope: no phone or tablet, or not maintained +1$", run.Output);
        Assert.Matches(@"(?m)^files that do not compile +0$", run.Output);
    }

    [Fact]
    public async Task Programs_get_the_counts_and_the_refused_files_as_json()
    {
        Write("one.yml", Maintained);
        Write("two.yml", Other("type: phone", "type: tv"));
        Write("three.yml", Other("fastboot_nexus", "dd"));

        using var json = JsonDocument.Parse((await ImportAsync("en", "--output", "json")).Output);

        Assert.Equal((3, 1, 1), (Number("files"), Number("compiled"), Number("recipes")));
        Assert.Equal(("two.yml", "three.yml"), (Only("out_of_scope"), Only("refused")));

        string? Only(string key) => Assert.Single(json.RootElement.GetProperty(key).EnumerateArray()).GetProperty("file").GetString();

        int Number(string key) => json.RootElement.GetProperty(key).GetInt32();
    }

    [Theory]
    [InlineData("ubports")]
    [InlineData("openandroidinstaller")]
    [InlineData("eos")]
    public async Task A_folder_of_another_project_is_refused_with_what_to_type_instead(string typed)
    {
        Write("one.yml", Maintained);
        var devices = _folder.PathTo("devices/lineage-wiki");

        var run = await CliRun.RunAsync(Nobody, "fr", typed: null, "recipes", "import", typed, devices, "--out", _folder.PathTo("packs"));

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains($"Tapez : espero recipes import lineage {devices}", run.Talk, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.PathTo("packs")), "a pack was written");
    }

    [Fact]
    public async Task A_folder_without_a_file_of_data_is_refused()
    {
        Directory.CreateDirectory(_folder.PathTo("devices/lineage-wiki/schema"));

        var run = await ImportAsync("en");

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("nothing to import", run.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_no_pack_is_left_as_it_is()
    {
        Write("one.yml", Maintained);
        var own = Path.Combine(Directory.CreateDirectory(_folder.PathTo("packs/lineage")).FullName, "own.yaml");
        await File.WriteAllTextAsync(own, "recipe: own\n", TestContext.Current.CancellationToken);

        var run = await ImportAsync("en");

        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.Equal([own], Directory.EnumerateFiles(_folder.PathTo("packs"), "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("en", "cannot be written into")]
    [InlineData("fr", "ne peut pas être écrit dans")]
    public async Task A_place_that_cannot_be_written_is_named_as_that(string language, string trouble)
    {
        Write("one.yml", Maintained);
        await File.WriteAllTextAsync(_folder.PathTo("packs"), "a file", TestContext.Current.CancellationToken);

        var run = await ImportAsync(language);

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Contains($"{trouble} {_folder.PathTo("packs")} (", run.Talk, StringComparison.Ordinal);
    }

    private Task<CliRun> ImportAsync(string language, params string[] more) => CliRun.RunAsync(
        Nobody, language, typed: null, ["recipes", "import", "lineage", _folder.PathTo("devices/lineage-wiki"), "--out", _folder.PathTo("packs"), .. more]);

    private static string Other(string said, string instead) => Maintained
        .Replace("codename: one", "codename: two", StringComparison.Ordinal)
        .Replace(said, instead, StringComparison.Ordinal);

    private void Write(string name, string text) => File.WriteAllText(
        Path.Combine(Directory.CreateDirectory(_folder.PathTo("devices/lineage-wiki")).FullName, name), text);
}

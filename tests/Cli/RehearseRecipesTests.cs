using System.Text.Json;
using Espero.Testing;

namespace Espero.Cli.Tests;

public sealed class RehearseRecipesTests : IDisposable
{
    private const string Facts = """
        {"format":1,"facts":{
          "getprop.ro.product.device":"one","getprop.ro.board.platform":"msm8953","getprop.ro.product.manufacturer":"Acme",
          "getvar.product":"one","getvar.unlocked":"no","getvar.has-slot:boot":"no","getvar.has-slot:recovery":"no",
          "getvar.partition-size:boot":"0x4000000","getvar.partition-size:recovery":"0x4000000",
          "getvar.partition-size:userdata":"0x40000000","getvar.partition-size:metadata":"0x1000000"}}
        """;

    // Nothing listens there, and nothing needs to.
    private static readonly Uri Nobody = new("http://127.0.0.1:9");

    private readonly TemporaryFolder _folder = new();

    public RehearseRecipesTests()
    {
        Describe("one", "Qualcomm MSM8953 Snapdragon 625");
        Describe("two", "Qualcomm MSM8953 Snapdragon 625");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Without_recordings_the_report_speaks_of_described_phones_only()
    {
        var run = await RehearseAsync("en");

        Assert.Equal(ExitCode.Ok, run.ExitCode);
        Assert.Matches(@"(?m)^recipes +2$", run.Output);
        Assert.Matches(@"(?m)^whose phone no other project knows +2$", run.Output);
        Assert.DoesNotContain("RECORDED", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recorded_phone_is_counted_apart_and_its_recipe_is_unconfirmed_no_more()
    {
        Record("facts/phone.json", Facts);

        var run = await RehearseAsync("en", "--facts", _folder.PathTo("facts"));

        Assert.Equal(ExitCode.Ok, run.ExitCode);
        Assert.Matches(@"(?m)^whose phone no other project and no recording knows +1$", run.Output);
        Assert.Matches(@"(?m)^phone\.json +acme/one +1 +1 +([1-9]\d*) / \1$", run.Output);
    }

    [Fact]
    public async Task Programs_get_the_recorded_phones_as_json()
    {
        Record("facts/phone.json", Facts);
        Record("facts/stranger.json", Facts.Replace("one", "eleven", StringComparison.Ordinal));

        using var json = JsonDocument.Parse((await RehearseAsync("en", "--facts", _folder.PathTo("facts"), "-o", "json")).Output);

        var recorded = json.RootElement.GetProperty("recorded");
        Assert.Equal(
            [("phone.json", "acme/one", 1), ("stranger.json", null, 0)],
            recorded.EnumerateArray().Select(one => (
                one.GetProperty("file").GetString(), one.GetProperty("model").GetString(), one.GetProperty("recipes").GetInt32())));
        Assert.Equal("lineage-two", Assert.Single(json.RootElement.GetProperty("unconfirmed").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task A_file_without_facts_is_named_with_what_to_do()
    {
        Record("facts/odd.json", "{}");

        var run = await RehearseAsync("fr", "--facts", _folder.PathTo("facts"));

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Contains("odd.json", run.Talk, StringComparison.Ordinal);
        Assert.Contains("Relevez de nouveau le téléphone", run.Talk, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("devices/lineage-wiki", "espero recipes rehearse lineage {0}/devices")]
    [InlineData("", "chacune dans un dossier à son nom")]
    [InlineData("nowhere", "chacune dans un dossier à son nom")]
    public async Task A_folder_without_the_projects_own_is_refused_with_the_one_that_is_meant(string folder, string advice)
    {
        var run = await CliRun.RunAsync(Nobody, "fr", typed: null, "recipes", "rehearse", "lineage", _folder.PathTo(folder));

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("pas de dossier lineage-wiki", run.Talk, StringComparison.Ordinal);
        Assert.Contains(advice.Replace("{0}", _folder.Path, StringComparison.Ordinal), run.Talk, StringComparison.Ordinal);
    }

    private Task<CliRun> RehearseAsync(string language, params string[] more) =>
        CliRun.RunAsync(Nobody, language, typed: null, ["recipes", "rehearse", "lineage", _folder.PathTo("devices"), .. more]);

    private void Record(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.PathTo(path))!);
        File.WriteAllText(_folder.PathTo(path), text);
    }

    private void Describe(string codename, string chip) => Record(
        $"devices/lineage-wiki/{codename}.yml",
        $"""
        codename: {codename}
        name: {codename}
        vendor: Acme
        type: phone
        soc: {chip}
        install_method: fastboot_nexus
        download_boot: With the device powered off, hold <kbd>Volume Down</kbd> + <kbd>Power</kbd>.
        recovery_boot: With the device powered off, hold <kbd>Volume Up</kbd> + <kbd>Power</kbd>.
        recovery_partition_name: recovery
        recovery_reboot: fastboot_reboot
        maintainers: [somebody]
        versions: [23.0]
        """);
}

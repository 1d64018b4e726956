using Espero.Testing;

namespace Espero.Cli.Tests.Fetching;

public sealed class FetchCommandTests : IDisposable
{
    // Nothing listens there, and nothing needs to.
    private static readonly Uri Nobody = new("http://127.0.0.1:9");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_pack_names_what_a_person_must_download_and_says_so_with_its_exit_code()
    {
        Write("system: One\nmodels: [acme/one]\nfiles:\n  - { name: boot.img, way: by-hand, address: \"https://example.org/page\" }\n");

        var run = await RunAsync("fr", _folder.Path);

        Assert.Equal(ExitCode.PartlyDone, run.ExitCode);
        Assert.Contains("téléchargez-le vous-même depuis https://example.org/page", run.Output, StringComparison.Ordinal);
        Assert.Contains("Aucun fichier de système", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Origins_with_a_mistake_are_refused_with_their_line()
    {
        Write("system: One\nmodels: [acme/one]\nfiles:\n  - { name: boot.img, way: donwload }\n");

        var run = await RunAsync("en", _folder.PathTo("one.yaml"));

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Contains("one.origins.yaml:4:", run.Output, StringComparison.Ordinal);
        Assert.Contains("\"download\"", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recipe_that_cannot_be_followed_is_named_with_its_reason_and_the_others_of_the_pack_go_on()
    {
        File.WriteAllText(_folder.PathTo("bad.yaml"), "recipe: bad\nsteps: nothing\n");
        File.WriteAllText(_folder.PathTo("bad.origins.yaml"), "system: Bad\nmodels: [acme/bad]\nfiles: []\n");
        File.WriteAllText(_folder.PathTo("gone.origins.yaml"), "system: Gone\nmodels: [acme/gone]\nfiles: []\n");
        Write("system: One\nmodels: [acme/one]\nfiles:\n  - { name: boot.img, way: by-hand, address: \"https://example.org/page\" }\n");

        var run = await RunAsync("fr", _folder.Path);

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Contains("bad.yaml : rien n'est récupéré", run.Output, StringComparison.Ordinal);
        Assert.Contains("bad.yaml:", run.Output, StringComparison.Ordinal);
        Assert.Contains("gone.yaml : rien n'est récupéré", run.Output, StringComparison.Ordinal);
        Assert.Contains("téléchargez-le vous-même depuis https://example.org/page", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistyped_recipe_is_said_before_anything_is_fetched()
    {
        var run = await RunAsync("fr", _folder.PathTo("non.yaml"));

        Assert.Equal(ExitCode.NotFound, run.ExitCode);
        Assert.Contains("non.origins.yaml", run.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_origins_is_no_pack() => Assert.Equal(ExitCode.NotFound, (await RunAsync("en", _folder.Path)).ExitCode);

    private Task<CliRun> RunAsync(string language, string path) =>
        CliRun.RunAsync(Nobody, language, typed: null, "builds", "fetch", path, "--out", _folder.PathTo("out"));

    private void Write(string origins)
    {
        File.WriteAllText(
            _folder.PathTo("one.yaml"),
            """
            recipe: one
            model: acme/one
            identity:
              - getvar.product: one
              - partition.userdata: "1048576"
            proof: none
            steps:
              - fetch-manual: { file: boot.img, sentence: choose-system }
              - ask: { sentence: hold-volume-down, needs: [keys], mode: bootloader }
              - flash: { partition: boot, file: boot.img }
            """);
        File.WriteAllText(_folder.PathTo("one.origins.yaml"), origins);
    }
}

using Espero.Operations.V1;
using Espero.Orchestrator.Host.Tests.Operations;
using Espero.Orchestrator.Host.Tests.Seeding;
using Espero.Testing;

namespace Espero.Cli.Tests;

public sealed class AddBuildTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>, IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private ApiHost _host = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await ApiHost.StartAsync(database.ConnectionString, Token);

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_build_is_sent_and_added_once()
    {
        await WriteAsync(new DemoBuild("1"));

        var first = await AddAsync("-o", "json");
        var second = await AddAsync("-o", "json");

        Assert.Equal((ExitCode.Ok, ExitCode.Ok), (first.ExitCode, second.ExitCode));
        Assert.True(AddBuildResponse.Parser.ParseJson(first.Output).Added);
        Assert.False(AddBuildResponse.Parser.ParseJson(second.Output).Added);
    }

    [Fact]
    public async Task A_file_with_another_hash_is_refused_before_anything_is_sent()
    {
        var demo = new DemoBuild("2");
        await WriteAsync(demo);
        await File.WriteAllTextAsync(_folder.PathTo("system.img"), "spoilt", Token);

        var run = await AddAsync();

        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.Contains(demo.ImageHash, run.Talk, StringComparison.Ordinal);
        Assert.Contains("system.img", run.Talk, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_host.FilesFolder));
    }

    [Fact]
    public async Task A_recipe_for_another_model_is_refused_with_its_line()
    {
        await WriteAsync(new DemoBuild("3", model: "espero/virtual-z"));

        var run = await AddAsync();

        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.Contains("recipe.yaml:2:", run.Talk, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("system.img")]
    [InlineData("recipe.yaml")]
    [InlineData("build.yaml")]
    public async Task A_file_that_is_not_there_is_named(string missing)
    {
        await WriteAsync(new DemoBuild("4"));
        File.Delete(_folder.PathTo(missing));

        var run = await AddAsync();

        Assert.Equal(ExitCode.NotFound, run.ExitCode);
        Assert.Contains(missing, run.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_of_a_maker_is_a_recipe_as_it_is()
    {
        await WriteAsync(new DemoBuild("5"));
        await File.WriteAllTextAsync(_folder.PathTo("script.txt"), "check-requirements android-info.txt\nflash system system.img\n", Token);
        await File.WriteAllTextAsync(_folder.PathTo("android-info.txt"), "require product=virtual-a\n", Token);
        await File.WriteAllTextAsync(
            _folder.PathTo("model.yaml"), "model: espero/virtual-a\nidentity: { partition.userdata: \"17179869184\" }\n", Token);

        var run = await CliRun.RunAsync(
            _host.Grpc,
            ["builds", "add", _folder.PathTo("build.yaml"), "--recipe", _folder.PathTo("script.txt"), "--files", _folder.Path, "-o", "json"]);

        Assert.True(run.ExitCode == ExitCode.Ok, run.Talk);
        Assert.True(AddBuildResponse.Parser.ParseJson(run.Output).Added);
    }

    private Task<CliRun> AddAsync(params string[] more) => CliRun.RunAsync(
        _host.Grpc,
        ["builds", "add", _folder.PathTo("build.yaml"), "--recipe", _folder.PathTo("recipe.yaml"), "--files", _folder.Path, .. more]);

    private async Task WriteAsync(DemoBuild demo)
    {
        await File.WriteAllTextAsync(_folder.PathTo("build.yaml"), demo.Yaml, Token);
        await File.WriteAllTextAsync(_folder.PathTo("recipe.yaml"), demo.Recipe, Token);
        await File.WriteAllBytesAsync(_folder.PathTo("system.img"), demo.Image, Token);
    }
}

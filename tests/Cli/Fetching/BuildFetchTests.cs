using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Espero.Cli.Building;
using Espero.Cli.Fetching;
using Espero.Station.Recipes.Builds;
using Espero.Testing;
using Espero.Testing.Images;

namespace Espero.Cli.Tests.Fetching;

public sealed class BuildFetchTests : IAsyncLifetime
{
    private static readonly byte[] Boot = [.. Enumerable.Range(0, 50_000).Select(index => (byte)(index * 3))];
    private readonly TemporaryFolder _folder = new();
    private FileServer _server = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await FileServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Downloads_members_and_written_files_become_a_build_that_can_be_added()
    {
        _server.Give("/images.zip", Zip(("boot-1.img", Boot)));
        WriteRecipe(
            ["unpack: { archive: images.zip, members: [{ path: \"boot-*.img\", file: boot.img }] }", "write-file: { file: notes.txt, text: hello }"],
            Download("images.zip"),
            "  - { name: boot.img, way: unpacked }",
            "  - { name: notes.txt, way: written }");

        var built = await FetchAsync();

        Assert.All(built.Files, file => Assert.Equal((file.Name, FileState.Here), (file.Name, file.State)));
        var draft = await BuildDraft.ReadAsync(built.BuildFile!, RecipePath, built.Folder, Token);
        await LocalFiles.CheckAsync(draft.Build, built.Folder, Token);
        Assert.Equal(["boot.img", "images.zip", "notes.txt"], draft.Build.Files.Select(file => file.Name));
        Assert.Equal(("One", "20261105", 20261105UL), (draft.Build.Name, draft.Build.Version, draft.Build.Counter));
    }

    [Fact]
    public async Task Started_again_it_downloads_nothing_twice()
    {
        _server.Give("/boot.img", Boot);
        WriteRecipe([], Download("boot.img"));

        await FetchAsync();
        await FetchAsync();

        Assert.Single(_server.Asked);
    }

    [Fact]
    public async Task The_newest_build_of_a_list_gives_files_version_and_counter()
    {
        _server.Give("/full/boot.img", Boot);
        _server.Give("/builds", Encoding.UTF8.GetBytes($"[{Listed("23.1", "2026-09-01", "/old/boot.img")},{Listed("23.2", "2026-10-07", "/full/boot.img")}]"));
        WriteRecipe([], $"  - {{ name: boot.img, way: index, role: boot.img, address: \"{_server.AddressOf("/builds")}\" }}");

        var built = await FetchAsync();

        var build = BuildFile.Parse(await File.ReadAllTextAsync(built.BuildFile!, Token), "build.yaml").Value!;
        Assert.Equal(("23.2-20261007", 20261007UL), (build.Version, build.Counter));
        Assert.Contains("states", Assert.Single(built.Files).Remark.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("no list")]
    [InlineData("[{\"version\":\"23.2\"}]")]
    [InlineData("[{\"version\":\"23.2\",\"date\":null,\"files\":[]}]")]
    [InlineData("[{\"version\":\"23.2\",\"date\":\"2026-10-07\",\"files\":[{\"filename\":\"boot.img\",\"url\":null,\"sha256\":null,\"size\":1}]}]")]
    [InlineData("[{\"version\":\"23.2\",\"date\":\"2026-10-07\",\"files\":[{\"filename\":\"boot.img\",\"url\":\"https://a/b\",\"sha256\":null,\"size\":1}]}]")]
    public async Task A_list_that_is_none_is_a_failure_with_its_address(string text)
    {
        _server.Give("/builds", Encoding.UTF8.GetBytes(text));
        WriteRecipe([], $"  - {{ name: boot.img, way: index, role: boot.img, address: \"{_server.AddressOf("/builds")}\" }}");

        var built = await FetchAsync();

        Assert.Null(built.BuildFile);
        Assert.Equal(FileState.Failed, Assert.Single(built.Files).State);
        Assert.Contains("/builds", built.Files[0].Remark.French, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_only_a_person_may_download_is_named_until_it_is_there()
    {
        WriteRecipe(
            ["fetch-manual: { file: boot.img, sentence: choose-system }"],
            "  - { name: boot.img, way: by-hand, address: \"https://example.org/page\" }");

        var before = await FetchAsync();
        await File.WriteAllBytesAsync(Path.Combine(before.Folder, "boot.img"), Boot, Token);
        var after = await FetchAsync();

        Assert.Equal((FileState.ForAPerson, null), (Assert.Single(before.Files).State, before.BuildFile));
        Assert.Contains("https://example.org/page", before.Files[0].Remark.English, StringComparison.Ordinal);
        Assert.NotNull(after.BuildFile);
    }

    [Fact]
    public async Task A_list_that_leaves_a_choice_is_for_a_person()
    {
        WriteRecipe([], "  - { name: boot.img, way: index, role: boot.img, codename: one, choose: [channel], address: \"https://example.org\" }");

        var file = Assert.Single((await FetchAsync()).Files);

        Assert.Equal(FileState.ForAPerson, file.State);
        Assert.Contains("channel", file.Remark.French, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_download_takes_the_build_file_of_an_earlier_day_away()
    {
        _server.Give("/boot.img", Boot);
        WriteRecipe([], Download("boot.img"));
        var first = await FetchAsync();
        File.Delete(Path.Combine(first.Folder, "boot.img"));
        _server.Refuse("/boot.img", 404);

        var second = await FetchAsync();

        Assert.Equal((FileState.Failed, null), (Assert.Single(second.Files).State, second.BuildFile));
        Assert.False(File.Exists(first.BuildFile));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_archive_that_is_none_or_lacks_a_member_is_named(bool isArchive)
    {
        _server.Give("/images.zip", isArchive ? Zip(("other.img", Boot)) : Boot);
        WriteRecipe(
            ["unpack: { archive: images.zip, members: [{ path: boot.img, file: boot.img }] }"],
            Download("images.zip"),
            "  - { name: boot.img, way: unpacked }");

        var built = await FetchAsync();

        Assert.Equal((FileState.Failed, null), (built.Files.Single(file => file.Name == "boot.img").State, built.BuildFile));
        Assert.Contains("images.zip", built.Files[^1].Remark.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signed_image_tells_its_key_and_a_changed_one_is_refused()
    {
        using var example = new ExampleVbmeta();
        var signed = example.Make();
        byte[] changed = [.. signed];
        changed[115] ^= 1; // in the roll-back index
        _server.Give("/good.img", signed);
        _server.Give("/boot.img", changed);
        WriteRecipe([], Download("good.img"), Download("boot.img"));

        var files = (await FetchAsync()).Files;

        Assert.Equal([FileState.Here, FileState.Failed], files.Select(file => file.State));
        Assert.Contains("signed with the key", files[0].Remark.English, StringComparison.Ordinal);
        Assert.Contains("signature", files[1].Remark.French, StringComparison.Ordinal);
    }

    private string RecipePath => _folder.PathTo("one.yaml");

    private string Download(string name) => $"  - {{ name: {name}, way: download, address: \"{_server.AddressOf($"/{name}")}\" }}";

    private string Listed(string version, string date, string path) =>
        $$"""
        {"version":"{{version}}","date":"{{date}}","files":[{"filename":"boot.img","url":"{{_server.AddressOf(path)}}",
        "sha256":"{{Convert.ToHexStringLower(SHA256.HashData(Boot))}}","size":{{Boot.Length}}}]}
        """;

    private void WriteRecipe(string[] steps, params string[] files)
    {
        var fetched = files.Where(file => !file.Contains("way: by-hand") && !file.Contains("way: unpacked") && !file.Contains("way: written"))
            .Select(file => file.Split("name: ")[1].Split(',')[0])
            .ToArray();
        string[] all =
        [
            .. fetched.Length == 0 ? [] : new[] { $"fetch: [{string.Join(", ", fetched)}]" },
            .. steps,
            "ask: { sentence: hold-volume-down, needs: [keys], mode: bootloader }",
            "flash: { partition: boot, file: boot.img }",
        ];
        File.WriteAllText(
            RecipePath,
            "recipe: one\nmodel: acme/one\nidentity:\n  - getvar.product: one\n  - partition.userdata: \"1048576\"\nproof: none\nsteps:\n"
            + string.Concat(all.Select(step => $"  - {step}\n")));
        File.WriteAllText(_folder.PathTo("one.origins.yaml"), "system: One\nmodels: [acme/one]\nfiles:\n" + string.Concat(files.Select(file => $"{file}\n")));
    }

    private async Task<FetchedBuild> FetchAsync()
    {
        var limits = new FetchLimits { Retries = 1, FirstRetry = TimeSpan.FromMilliseconds(1) };
        using var download = new FileDownload(_server.Handler(), limits, TimeProvider.System);
        return await new BuildFetch(download, limits, new StoppedClock(), _ => (_, _) => { }).RunAsync(RecipePath, _folder.PathTo("out"), Token);
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 5, 12, 0, 0, TimeSpan.Zero);
    }
}

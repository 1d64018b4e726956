using Espero.Orchestrator.Catalog;
using Espero.Orchestrator.Catalog.Verdicts;
using Espero.Testing;
using Espero.Testing.Waiting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Espero.Orchestrator.Host.Tests.Catalog.Verdicts;

public sealed class VerdictBookReaderTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new();
    private readonly VerdictBook _book = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_changes_in_the_folder_is_read_within_a_minute()
    {
        Write("vega", "Vega 3");
        using var reader = await StartAsync();
        await HoldsAsync(() => _book.Models.Models.Length == 1);

        Write("lyra", "Lyra 7");

        await HoldsAsync(() => _book.Models.Models.Length == 2);
        await reader.StopAsync(Token);
    }

    [Fact]
    public async Task What_can_no_longer_be_read_leaves_the_last_good_book()
    {
        Write("vega", "Vega 3");
        using var reader = await StartAsync();
        await HoldsAsync(() => !_book.Models.Models.IsEmpty);

        Directory.Delete(_folder.PathTo("lineage-wiki"), recursive: true);
        for (var minutes = 0; minutes < 3; minutes++)
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            await Task.Yield();
        }

        Assert.NotNull(_book.Models.Find("acme/vega"));
        Write("lyra", "Lyra 7");
        await HoldsAsync(() => _book.Models.Find("acme/lyra") is not null);
        await reader.StopAsync(Token);
    }

    [Theory]
    [InlineData("")] // none was given
    [InlineData("lost")] // it is not there
    [InlineData(".")] // it holds no model
    public async Task Where_nothing_can_be_read_the_first_look_ends_all_the_same(string folder)
    {
        using var reader = await StartAsync(folder.Length == 0 ? "" : _folder.PathTo(folder));

        await _book.FirstLook.WaitAsync(Limit, Token);

        Assert.True(_book.Models.Models.IsEmpty);
        await reader.StopAsync(Token);
    }

    public void Dispose() => _folder.Dispose();

    private Task<VerdictBookReader> StartAsync() => StartAsync(_folder.Path);

    private async Task<VerdictBookReader> StartAsync(string folder)
    {
        var reader = new VerdictBookReader(
            _book, Options.Create(new CatalogOptions { ModelsFolder = folder }), _time, NullLogger<VerdictBookReader>.Instance);
        await reader.StartAsync(Token);
        return reader;
    }

    // The reader may not have come to its timer yet when the clock is turned; so it is turned until it has.
    private Task HoldsAsync(Func<bool> condition) => Eventually.HoldsAsync(
        "the book is as the folder",
        _ =>
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            return Task.FromResult(condition());
        },
        Limit,
        TimeProvider.System,
        Token);

    private void Write(string codename, string name)
    {
        Directory.CreateDirectory(_folder.PathTo("lineage-wiki"));
        File.WriteAllText(
            _folder.PathTo($"lineage-wiki/{codename}.yml"),
            $"codename: {codename}\nvendor: Acme\nname: {name}\ninstall_method: fastboot_nexus\nversions: [21]\n");
    }
}

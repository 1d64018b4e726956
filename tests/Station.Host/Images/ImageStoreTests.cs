using Espero.Station.Images;
using Microsoft.Extensions.Logging.Abstractions;

namespace Espero.Station.Host.Tests.Images;

public sealed class ImageStoreTests : IAsyncLifetime
{
    private const int SizeBytes = 1_500_000;
    private readonly TempFolder _folder = new();
    private readonly HttpClient _http = new();
    private FileServer _server = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private ImageFile File => new(_server.Sha256, SizeBytes);

    public async ValueTask InitializeAsync()
    {
        var content = new byte[SizeBytes];
        new Random(1).NextBytes(content);
        _server = await FileServer.StartAsync(content);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _http.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_file_arrives_identical()
    {
        var image = await Store().EnsureAsync(File, Stop);

        Assert.Equal(ImageFailure.None, image.Failure);
        Assert.Equal(_server.Content, await System.IO.File.ReadAllBytesAsync(image.Path, Stop));
    }

    [Fact]
    public async Task A_fetch_that_breaks_off_goes_on_where_it_stopped()
    {
        _server.BreakOff = (1, 400_000);

        var image = await Store().EnsureAsync(File, Stop);

        Assert.Equal(_server.Content, await System.IO.File.ReadAllBytesAsync(image.Path, Stop));
        Assert.Equal(2, _server.Ranges.Count);
        Assert.Matches("^bytes=[1-9][0-9]*-$", _server.Ranges[1]); // how much of the 400,000 arrived is the network's choice
    }

    [Fact]
    public async Task A_fetch_goes_on_where_an_earlier_start_of_the_program_stopped()
    {
        await System.IO.File.WriteAllBytesAsync(new ImagePaths(_folder.Path).PartOf(File), _server.Content[..400_000], Stop);

        Assert.Equal(ImageFailure.None, (await Store().EnsureAsync(File, Stop)).Failure);
        Assert.Equal(["bytes=400000-"], _server.Ranges);
    }

    [Fact]
    public async Task Many_that_want_one_file_share_one_fetch()
    {
        var store = Store();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => store.EnsureAsync(File, Stop)));

        Assert.Single(_server.Ranges);
    }

    [Fact]
    public async Task A_wrong_hash_is_fetched_once_more()
    {
        _server.Wrong = 1;

        Assert.Equal(ImageFailure.None, (await Store().EnsureAsync(File, Stop)).Failure);
        Assert.Equal(2, _server.Ranges.Count);
    }

    [Fact]
    public async Task A_hash_that_is_wrong_twice_is_a_corrupt_image()
    {
        _server.Wrong = 2;

        Assert.Equal(ImageFailure.Corrupt, (await Store().EnsureAsync(File, Stop)).Failure);
    }

    [Fact]
    public async Task A_file_that_went_bad_on_the_disk_is_found_before_use_and_fetched_again()
    {
        var store = Store();
        var path = (await store.EnsureAsync(File, Stop)).Path;
        var spoiled = (byte[])_server.Content.Clone();
        spoiled[700_000] ^= 1;
        await System.IO.File.WriteAllBytesAsync(path, spoiled, Stop);

        await store.EnsureAsync(File, Stop);

        Assert.Equal(_server.Content, await System.IO.File.ReadAllBytesAsync(path, Stop));
    }

    [Fact]
    public async Task A_part_that_is_longer_than_the_file_is_thrown_away()
    {
        var part = new ImagePaths(_folder.Path).PartOf(File);
        await System.IO.File.WriteAllBytesAsync(part, new byte[SizeBytes + 1], Stop);

        Assert.Equal(ImageFailure.None, (await Store().EnsureAsync(File, Stop)).Failure);
    }

    [Fact]
    public async Task A_server_that_refuses_the_range_is_asked_from_the_beginning()
    {
        await System.IO.File.WriteAllBytesAsync(new ImagePaths(_folder.Path).PartOf(File), new byte[10], Stop);
        _server.Status = 416;

        Assert.Equal(ImageFailure.NetworkLost, (await Store(retries: 0).EnsureAsync(File, Stop)).Failure);
        _server.Status = null;
        Assert.Equal(ImageFailure.None, (await Store(retries: 0).EnsureAsync(File, Stop)).Failure);
        Assert.Equal(["bytes=10-", ""], _server.Ranges);
    }

    [Fact]
    public async Task A_file_the_orchestrator_does_not_have_is_not_found()
    {
        _server.Status = 404;

        Assert.Equal(ImageFailure.NotFound, (await Store().EnsureAsync(File, Stop)).Failure);
    }

    [Fact]
    public async Task A_file_that_does_not_fit_is_not_begun()
    {
        var image = await Store(new SmallDisk(long.MaxValue, saysBytes: SizeBytes)).EnsureAsync(File, Stop);

        Assert.Equal(ImageFailure.DiskFull, image.Failure);
        Assert.Empty(_server.Ranges);
    }

    [Fact]
    public async Task A_disk_that_runs_full_meanwhile_is_said_and_what_arrived_is_kept()
    {
        Assert.Equal(
            ImageFailure.DiskFull, (await Store(new SmallDisk(600_000, saysBytes: long.MaxValue)).EnsureAsync(File, Stop)).Failure);

        Assert.Equal(ImageFailure.None, (await Store().EnsureAsync(File, Stop)).Failure);
        Assert.StartsWith("bytes=", _server.Ranges[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_used_longest_ago_makes_room_for_another()
    {
        var (oldest, newer) = (Keep("aa", daysAgo: 20), Keep("bb", daysAgo: 10));

        Assert.Equal(ImageFailure.None, (await Store(new FillingDisk(_folder.Path, 2 * SizeBytes)).EnsureAsync(File, Stop)).Failure);

        Assert.False(System.IO.File.Exists(oldest));
        Assert.True(System.IO.File.Exists(newer));
    }

    [Fact]
    public async Task A_file_that_somebody_reads_or_used_lately_never_goes()
    {
        var (read, lately) = (Keep("aa", daysAgo: 20), Keep("bb", daysAgo: 0));
        using var reading = System.IO.File.OpenHandle(read);

        Assert.Equal(ImageFailure.DiskFull, (await Store(new FillingDisk(_folder.Path, 2 * SizeBytes)).EnsureAsync(File, Stop)).Failure);

        Assert.True(System.IO.File.Exists(read) && System.IO.File.Exists(lately));
    }

    [Fact]
    public async Task What_can_make_room_counts_as_room()
    {
        var store = Store(new FillingDisk(_folder.Path, 2 * SizeBytes));
        var path = (await store.EnsureAsync(File, Stop)).Path;
        Assert.Equal(SizeBytes, store.FreeBytes);

        System.IO.File.SetLastAccessTimeUtc(path, DateTime.UnixEpoch);
        System.IO.File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch);

        Assert.Equal(2 * SizeBytes, store.FreeBytes);
    }

    [Fact]
    public async Task A_file_that_is_made_here_gets_its_room_too()
    {
        var oldest = Keep("aa", daysAgo: 20);

        using var content = new MemoryStream(_server.Content);

        var made = await Store(new FillingDisk(_folder.Path, SizeBytes)).KeepAsync(File, content, Stop);

        Assert.Equal(ImageFailure.None, made.Failure);
        Assert.False(System.IO.File.Exists(oldest));
    }

    private string Keep(string name, int daysAgo)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(new ImagePaths(_folder.Path).Root, name)).FullName, name);
        System.IO.File.WriteAllBytes(path, new byte[SizeBytes]);
        var at = TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-daysAgo);
        System.IO.File.SetLastWriteTimeUtc(path, at);
        System.IO.File.SetLastAccessTimeUtc(path, at);
        return path;
    }

    private ImageStore Store(IImageDisk? disk = null, int retries = 3)
    {
        var address = new FilesAddress();
        address.Learn(_server.Address);
        return new ImageStore(
            new ImagePaths(_folder.Path),
            disk ?? new LocalImageDisk(_folder.Path),
            _http,
            address,
            new ImageOptions { Retries = retries },
            TimeProvider.System,
            () => 0,
            NullLogger<ImageStore>.Instance);
    }
}

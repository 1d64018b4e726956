using CliWrap;
using Espero.Station.Protocols.Images;

namespace Espero.Station.Protocols.Tests.Images;

/// <summary>What Debian's tools make, split by us and put together again by Debian's tools.</summary>
public sealed class RealToolsTests : IDisposable
{
    private const int Block = 4096;
    private const int LimitBytes = 5 << 20;
    private readonly TempFolder _files = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task An_image_made_by_mkfs_arrives_identical()
    {
        Directory.CreateDirectory(_files["content"]);
        WriteRandom(Path.Combine("content", "file"), 9 << 20);
        await RunAsync("mkfs.ext4", "-q", "-F", "-d", _files["content"], _files["ext4"], "48M");

        await AssertArrivesAsync("ext4", "ext4");
    }

    [Fact]
    public async Task An_image_made_by_img2simg_arrives_identical()
    {
        WriteRandom("raw", 13 << 20, zerosFrom: 2 << 20, zerosTo: 4 << 20);
        await RunAsync("img2simg", _files["raw"], _files["sparse"]);

        await AssertArrivesAsync("sparse", "raw");
    }

    [Fact]
    public async Task A_raw_image_that_ends_inside_a_block_arrives_padded_with_zeros()
    {
        WriteRandom("raw", (13 << 20) + 1234);

        await AssertArrivesAsync("raw", "raw");
    }

    private async Task AssertArrivesAsync(string image, string expected)
    {
        var phone = new MemoryPhone().WithPartition(64 << 20);
        using var file = File.OpenHandle(_files[image]);
        await using var session = phone.Connect();
        var order = new FlashOrder("system") { MaxDownloadSizeBytes = LimitBytes };
        var answer = await new ImageFlasher(session).FlashAsync(file, order, progress: null, Stop);
        Assert.Null(answer.Error);

        var parts = phone.Downloads.Select((part, index) => _files.Write($"part{index}", part)).ToArray();
        Assert.True(parts.Length > 1, "The image was to be split.");
        await RunAsync("simg2img", [.. parts, _files["expanded"]]);

        var raw = await File.ReadAllBytesAsync(_files[expected], Stop);
        var padded = new byte[(raw.Length + Block - 1) / Block * Block];
        raw.CopyTo(padded, 0);
        var expanded = await File.ReadAllBytesAsync(_files["expanded"], Stop);
        Assert.True(padded.AsSpan().SequenceEqual(expanded), "The image changed on its way.");
        Assert.True(phone.Partition.AsSpan().StartsWith(padded), "The phone holds another image.");
    }

    private void WriteRandom(string name, int sizeBytes, int zerosFrom = 0, int zerosTo = 0)
    {
        var bytes = new byte[sizeBytes];
        new Random(sizeBytes).NextBytes(bytes);
        bytes.AsSpan(zerosFrom, zerosTo - zerosFrom).Clear();
        _files.Write(name, bytes);
    }

    private static async Task RunAsync(string program, params string[] arguments) =>
        await Cli.Wrap(program).WithArguments(arguments).ExecuteAsync(Stop);
}

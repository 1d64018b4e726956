using System.Buffers.Binary;
using CsCheck;
using Espero.Station.Protocols.Fastboot;
using Espero.Station.Protocols.Images;
using Espero.Station.Protocols.Tests.Sparse;

namespace Espero.Station.Protocols.Tests.Images;

public sealed class VbmetaFlagsTests : IDisposable
{
    private const int Block = 4096;
    private const int FlagsOffset = 123;
    private const VbmetaFlags Both = VbmetaFlags.DisableVerity | VbmetaFlags.DisableVerification;
    private readonly TempFolder _files = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData(VbmetaFlags.DisableVerity, 1)]
    [InlineData(VbmetaFlags.DisableVerification, 2)]
    [InlineData(Both, 3)]
    public async Task The_flags_of_a_vbmeta_image_are_set_on_the_way_and_nothing_else_is(VbmetaFlags flags, byte bits)
    {
        var image = Vbmeta(Block);
        var phone = await FlashAsync(image, flags, int.MaxValue);

        var expected = image.ToArray();
        expected[FlagsOffset] |= bits;
        Assert.Equal(expected, phone.Downloads.Single());
        Assert.Equal(image, await File.ReadAllBytesAsync(_files["image"], Stop));
    }

    [Fact]
    public async Task Where_there_is_no_vbmeta_partition_boots_footer_says_where_its_flags_are()
    {
        var image = Boot(structOffset: 5 * Block, totalBytes: 9 * Block);

        var phone = await FlashAsync(image, Both, int.MaxValue);

        Assert.Equal(3, phone.Partition[(5 * Block) + FlagsOffset]);
        Assert.Equal(image.Length, phone.Partition.Length);
    }

    [Fact]
    public void The_flags_are_set_wherever_an_image_is_cut() =>
        Gen.Select(Gen.Int[0, 40 * Block], Gen.Int[4200, 20 * Block]).Sample(
            (structOffset, limit) =>
            {
                using var files = new TempFolder();
                var image = Boot(structOffset, 41 * Block);
                var phone = new MemoryPhone().WithPartition(image.Length);
                using var handle = File.OpenHandle(files.Write("image", image));
                var order = new FlashOrder("boot") { MaxDownloadSizeBytes = limit, VbmetaFlags = Both };
                var flashing = new ImageFlasher(phone.Connect()).FlashAsync(handle, order, progress: null, CancellationToken.None);
                image[structOffset + FlagsOffset] |= 3;
                return flashing.IsCompletedSuccessfully && phone.Partition.AsSpan().SequenceEqual(image);
            },
            iter: 200);

    public static TheoryData<string, byte[]> WithoutStruct() => new()
    {
        { "zeros", new byte[Block] },
        { "one byte", [1] },
        { "a struct cut short", [.. "AVB0"u8, .. new byte[100]] },
        { "a footer that points behind the end", Boot(structOffset: 0, Block, claimedOffset: 1UL << 40) },
        { "a footer that points beyond any file", Boot(structOffset: 0, Block, claimedOffset: ulong.MaxValue) },
        { "a footer that points at something else", Boot(structOffset: 0, Block, claimedOffset: 512) },
        { "a sparse image", SparseBytes.Example() },
    };

    [Theory]
    [MemberData(nameof(WithoutStruct))]
    public async Task An_image_without_flags_to_set_is_refused_before_anything_is_sent(string what, byte[] image)
    {
        Assert.NotNull(what);
        if (what.StartsWith("a footer", StringComparison.Ordinal))
        {
            image.AsSpan(0, 4).Clear();
        }

        var phone = await FlashAsync(image, Both, int.MaxValue, FastbootFailure.ImageMalformed);

        Assert.Empty(phone.Commands);
    }

    private async Task<MemoryPhone> FlashAsync(byte[] content, VbmetaFlags flags, int limit, FastbootFailure? failure = null)
    {
        var phone = new MemoryPhone().WithPartition(content.Length);
        using var image = File.OpenHandle(_files.Write("image", content));
        await using var session = phone.Connect();
        var order = new FlashOrder("vbmeta") { MaxDownloadSizeBytes = limit, VbmetaFlags = flags };
        var answer = await new ImageFlasher(session).FlashAsync(image, order, progress: null, Stop);
        Assert.Equal(failure, answer.Error?.Failure);
        return phone;
    }

    private static byte[] Vbmeta(int sizeBytes)
    {
        var bytes = new byte[sizeBytes];
        "AVB0"u8.CopyTo(bytes);
        return bytes;
    }

    // AOSP libavb, avb_footer.h: magic, two versions, the image's own size, the struct's offset and size.
    private static byte[] Boot(int structOffset, int totalBytes, ulong? claimedOffset = null)
    {
        var bytes = new byte[totalBytes];
        "AVB0"u8.CopyTo(bytes.AsSpan(structOffset));
        var footer = bytes.AsSpan(totalBytes - 64);
        "AVBf"u8.CopyTo(footer);
        BinaryPrimitives.WriteUInt64BigEndian(footer[20..], claimedOffset ?? (ulong)structOffset);
        return bytes;
    }
}

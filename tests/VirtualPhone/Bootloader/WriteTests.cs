using Espero.Station.Protocols.Fastboot;
using Espero.Station.Protocols.Sparse;
using Espero.VirtualPhone.Tests.Doubles;

namespace Espero.VirtualPhone.Tests.Bootloader;

public sealed class WriteTests
{
    private const int Block = 4096;

    [Fact]
    public async Task A_raw_image_leaves_the_rest_of_the_partition_as_it_was()
    {
        var old = Bytes.Random(3 * Block, seed: 1);
        var image = Bytes.Random(Block + 1, seed: 2);
        await using var phone = RunningPhone.Start();
        await using var client = await phone.ConnectAsync();

        await client.FlashAsync("dtbo_a", old);
        await client.FlashAsync("dtbo_a", image);

        Bytes.AssertHolds(phone.Server.PartitionPath("dtbo_a"), [.. image, .. old[image.Length..]]);
    }

    [Fact]
    public async Task A_sparse_image_keeps_what_it_does_not_care_about()
    {
        var old = Bytes.Random(3 * Block);
        await using var phone = RunningPhone.Start();
        await using var client = await phone.ConnectAsync();

        await client.FlashAsync("dtbo_a", old);
        var middle = Sparse(3, (SparseChunkKind.DontCare, 1), (SparseChunkKind.Fill, 1), (SparseChunkKind.DontCare, 1));
        var reply = await client.FlashAsync("dtbo_a", middle);

        Assert.Equal(FastbootReplyKind.Okay, reply.Kind);
        Bytes.AssertHolds(phone.Server.PartitionPath("dtbo_a"), [.. old[..Block], .. new byte[Block], .. old[(2 * Block)..]]);
    }

    [Fact]
    public async Task A_name_without_a_slot_means_the_current_slot()
    {
        var image = Bytes.Random(Block);
        await using var phone = RunningPhone.Start();
        await using var client = await phone.ConnectAsync();

        await client.SendAsync("set_active:b");
        await client.FlashAsync("dtbo", image);

        Bytes.AssertHolds(phone.Server.PartitionPath("dtbo_b"), image);
        Bytes.AssertHolds(phone.Server.PartitionPath("dtbo_a"), []);
    }

    [Fact]
    public async Task An_image_that_does_not_fit_is_refused_and_nothing_is_written()
    {
        await using var phone = RunningPhone.Start();
        await using var client = await phone.ConnectAsync();

        var raw = await client.FlashAsync("vbmeta_a", Bytes.Random((64 << 10) + 1));
        var sparse = await client.FlashAsync("vbmeta_a", Sparse(17, (SparseChunkKind.Fill, 17)));

        Assert.Equal(new FastbootReply(FastbootReplyKind.Fail, "Not enough space for partition"), raw);
        Assert.Equal(raw, sparse);
        Bytes.AssertHolds(phone.Server.PartitionPath("vbmeta_a"), []);
    }

    [Fact]
    public async Task A_sparse_image_that_contradicts_itself_is_refused()
    {
        await using var phone = RunningPhone.Start();
        await using var client = await phone.ConnectAsync();

        var reply = await client.FlashAsync("dtbo_a", Sparse(2, (SparseChunkKind.DontCare, 1)));

        Assert.Equal(new FastbootReply(FastbootReplyKind.Fail, "Invalid sparse image"), reply);
    }

    [Fact]
    public async Task A_partition_that_is_not_there_is_refused()
    {
        await using var phone = RunningPhone.Start();
        await using var client = await phone.ConnectAsync();

        Assert.Equal("Partition doesn't exist", (await client.FlashAsync("../state", Bytes.Random(1))).Text);
        Assert.Equal("Partition doesn't exist", (await client.SendAsync("erase:cache")).Text);
    }

    [Fact]
    public async Task A_flash_without_a_download_is_refused()
    {
        await using var phone = RunningPhone.Start();
        await using var client = await phone.ConnectAsync();

        Assert.Equal(FastbootReplyKind.Fail, (await client.SendAsync("flash:dtbo_a")).Kind);
    }

    [Fact]
    public async Task An_erased_partition_reads_as_zeros()
    {
        await using var phone = RunningPhone.Start();
        await using var client = await phone.ConnectAsync();

        await client.FlashAsync("metadata", Bytes.Random(Block));
        var reply = await client.SendAsync("erase:metadata");

        Assert.Equal(FastbootReplyKind.Okay, reply.Kind);
        Bytes.AssertHolds(phone.Server.PartitionPath("metadata"), []);
    }

    [Fact]
    public async Task A_client_gone_in_the_middle_of_its_data_leaves_a_phone_for_the_next()
    {
        var old = Bytes.Random(Block);
        await using var phone = RunningPhone.Start();
        await using (var client = await phone.ConnectAsync())
        {
            await client.FlashAsync("dtbo_a", old);
            await client.SendAsync("download:00001000");
            await client.Frames.BeginDataAsync(Block, client.Limit);
            await client.Frames.WriteDataAsync(new byte[100], client.Limit);
        }

        await using var next = await phone.ConnectAsync();

        Assert.Equal(FastbootReplyKind.Fail, (await next.SendAsync("flash:dtbo_a")).Kind);
        Bytes.AssertHolds(phone.Server.PartitionPath("dtbo_a"), old);
    }

    [Fact]
    public async Task A_phone_that_discards_says_yes_and_keeps_nothing()
    {
        await using var phone = RunningPhone.Start(options => options with { Discard = true });
        await using var client = await phone.ConnectAsync();

        var reply = await client.FlashAsync("boot_a", Bytes.Random(3 << 20));

        Assert.Equal(FastbootReplyKind.Okay, reply.Kind);
        Assert.False(File.Exists(phone.Server.PartitionPath("boot_a")));
    }

    [Fact]
    public async Task What_was_staged_can_be_taken_back()
    {
        var staged = Bytes.Random(3000);
        await using var phone = RunningPhone.Start();
        await using var client = await phone.ConnectAsync();
        await client.DownloadAsync(staged);

        var reply = await client.SendAsync("upload");

        Assert.Equal(3000u, reply.DataSizeBytes);
        Assert.Equal(staged, await client.ReadDataAsync(staged.Length));
    }

    private static byte[] Sparse(uint totalBlocks, params (SparseChunkKind Kind, uint Blocks)[] chunks)
    {
        var image = new byte[SparseHeader.Bytes + (chunks.Length * (SparseChunkHeader.Bytes + SparseChunkHeader.PatternBytes))];
        new SparseHeader(Block, totalBlocks, (uint)chunks.Length).Write(image);
        var end = SparseHeader.Bytes;
        foreach (var (kind, blocks) in chunks)
        {
            var bytes = SparseChunkHeader.Bytes + (kind == SparseChunkKind.Fill ? SparseChunkHeader.PatternBytes : 0);
            new SparseChunkHeader(kind, blocks, (uint)bytes).Write(image.AsSpan(end));
            end += bytes;
        }

        return image[..end];
    }
}

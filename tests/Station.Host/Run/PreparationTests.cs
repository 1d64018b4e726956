using System.Buffers.Binary;
using Espero.Station.Protocols.Sparse;
using Espero.VirtualPhone.Faults;

namespace Espero.Station.Host.Tests.Run;

public sealed class PreparationTests
{
    private static readonly Fault NoList = new CommandFault(new OnCommand("getvar:all"), new FailEffect("unknown command"));

    [Fact]
    public async Task A_sparse_image_that_unpacks_beyond_its_partition_is_refused()
    {
        await using var rig = await StationRig.StartAsync(image: SparseOf(bytes: 128L << 20));
        var link = await rig.LinkAsync();
        await link.SayAsync(new Orders(rig).Prepare());

        var prepared = await link.HearAsync(request => request.Fact?.PhonePrepared);

        Assert.Equal("image-too-big", Assert.Single(prepared.Refusals).FailureClass);
    }

    [Fact]
    public async Task A_bootloader_that_does_not_list_is_asked_for_the_plans_partitions()
    {
        await using var rig = await StationRig.StartAsync(faults: NoList);
        var link = await rig.LinkAsync();
        await link.SayAsync(new Orders(rig).Prepare());

        var prepared = await link.HearAsync(request => request.Fact?.PhonePrepared);

        Assert.Empty(prepared.Refusals);
    }

    [Fact]
    public async Task A_bootloader_that_does_not_list_still_refuses_what_is_too_big()
    {
        await using var rig = await StationRig.StartAsync(image: SparseOf(bytes: 128L << 20), rate: null, NoList);
        var link = await rig.LinkAsync();
        await link.SayAsync(new Orders(rig).Prepare());

        var prepared = await link.HearAsync(request => request.Fact?.PhonePrepared);

        Assert.Equal("image-too-big", Assert.Single(prepared.Refusals).FailureClass);
    }

    // One chunk that says "nothing here" (AOSP libsparse/sparse_format.h, CHUNK_TYPE_DONT_CARE).
    private static byte[] SparseOf(long bytes)
    {
        var image = new byte[SparseHeader.Bytes + 12];
        var blocks = (uint)(bytes / 4096);
        new SparseHeader(4096, blocks, TotalChunks: 1).Write(image);
        BinaryPrimitives.WriteUInt16LittleEndian(image.AsSpan(SparseHeader.Bytes), 0xCAC3);
        BinaryPrimitives.WriteUInt32LittleEndian(image.AsSpan(SparseHeader.Bytes + 4), blocks);
        BinaryPrimitives.WriteUInt32LittleEndian(image.AsSpan(SparseHeader.Bytes + 8), 12);
        return image;
    }
}

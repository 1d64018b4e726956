using Espero.Station.Protocols.Fastboot;

namespace Espero.Station.Protocols.Tests.Fastboot;

public sealed class UploadTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_partition_is_fetched_in_pieces_the_phone_can_give()
    {
        var phone = FetchingPhone()
            .Answer("fetch:boot_a:0x00000000:0x00000004", "INFOreading", "DATA00000004", "abcd", "OKAY")
            .Answer("fetch:boot_a:0x00000004:0x00000004", "DATA00000004", "ef", "gh", "OKAY")
            .Answer("fetch:boot_a:0x00000008:0x00000002", "DATA00000002", "ij", "OKAY");
        await using var session = phone.Connect();
        var target = new MemoryStream();
        var seen = new List<long>();

        var answer = await session.FetchAsync("boot_a", target, new Keep(seen), Stop);

        Assert.Equal(10, answer.Value);
        Assert.Equal("abcdefghij"u8.ToArray(), target.ToArray());
        Assert.Equal([4, 6, 8, 10], seen);
    }

    [Fact]
    public async Task A_phone_that_names_no_piece_is_asked_for_the_whole()
    {
        await using var session = new MemoryPhone().Answer("fetch:boot_a", "DATA00000003", "abc", "OKAY").Connect();
        var target = new MemoryStream();

        Assert.Equal(3, (await session.FetchAsync("boot_a", target, progress: null, Stop)).Value);
        Assert.Equal("abc"u8.ToArray(), target.ToArray());
    }

    [Fact]
    public async Task A_phone_that_gives_pieces_of_nothing_is_asked_for_the_whole_and_not_for_ever()
    {
        await using var session = new MemoryPhone()
            .Answer("getvar:max-fetch-size", "OKAY0").Answer("getvar:partition-size:boot_a", "OKAY3")
            .Answer("fetch:boot_a", "DATA00000003", "abc", "OKAY").Connect();

        Assert.Equal(3, (await session.FetchAsync("boot_a", Stream.Null, progress: null, Stop)).Value);
    }

    [Fact]
    public async Task A_phone_that_may_not_give_a_partition_says_so()
    {
        await using var session = FetchingPhone()
            .Answer("fetch:boot_a:0x00000000:0x00000004", "FAILFetch is not allowed on locked devices").Connect();

        var answer = await session.FetchAsync("boot_a", Stream.Null, progress: null, Stop);

        Assert.Equal(new FastbootError(FastbootFailure.PhoneRefused, "Fetch is not allowed on locked devices"), answer.Error);
        Assert.Null(session.End);
    }

    [Fact]
    public async Task A_piece_of_another_size_than_asked_for_is_nonsense()
    {
        await using var session = FetchingPhone().Answer("fetch:boot_a:0x00000000:0x00000004", "DATA00000005").Connect();

        Assert.Equal(FastbootFailure.Nonsense, (await session.FetchAsync("boot_a", Stream.Null, progress: null, Stop)).Error?.Failure);
    }

    [Fact]
    public async Task More_staged_bytes_than_expected_are_not_taken()
    {
        await using var session = new MemoryPhone().Answer("upload", "DATAffffffff").Connect();
        var target = new MemoryStream();

        Assert.Equal(FastbootFailure.Nonsense, (await session.GetStagedAsync(target, 100, progress: null, Stop)).Error?.Failure);
        Assert.Equal(0, target.Length);
    }

    [Fact]
    public async Task What_an_oem_command_staged_is_taken_whole()
    {
        await using var session = new MemoryPhone().Answer("upload", "DATA00000005", "token", "OKAY").Connect();
        var target = new MemoryStream();

        Assert.Equal(5, (await session.GetStagedAsync(target, 100, progress: null, Stop)).Value);
        Assert.Equal("token"u8.ToArray(), target.ToArray());
    }

    [Fact]
    public async Task A_full_disk_is_the_stations_fault_and_not_the_cables()
    {
        await using var session = new MemoryPhone().Answer("upload", "DATA00000005", "token", "OKAY").Connect();

        var answer = await session.GetStagedAsync(new FullDisk(), 100, progress: null, Stop);

        Assert.Equal(FastbootFailure.TargetUnwritable, answer.Error?.Failure);
        Assert.NotNull(session.End);
    }

    [Fact]
    public async Task Over_TCP_a_piece_may_come_in_any_frames()
    {
        await using var phone = new ScriptedPhone(
            async (_, frames, stop) =>
            {
                await frames.ShakeHandsAsync(stop);
                await frames.ReadPacketAsync(new byte[64], stop);
                await frames.WritePacketAsync("DATA00000006"u8.ToArray(), stop);
                await frames.WritePacketAsync("ab"u8.ToArray(), stop);
                await frames.WritePacketAsync("cdef"u8.ToArray(), stop);
                await frames.WritePacketAsync("OKAY"u8.ToArray(), stop);
                await frames.ReadPacketAsync(new byte[64], stop);
            },
            Stop);
        await using var session = (await phone.ConnectAsync(new FastbootOptions(), Stop)).Value;
        var target = new MemoryStream();

        Assert.Equal(6, (await session.GetStagedAsync(target, 6, progress: null, Stop)).Value);
        Assert.Equal("abcdef"u8.ToArray(), target.ToArray());
    }

    private static MemoryPhone FetchingPhone() =>
        new MemoryPhone().Answer("getvar:max-fetch-size", "OKAY0x4").Answer("getvar:partition-size:boot_a", "OKAY0xa");

    private sealed class Keep(List<long> seen) : IProgress<long>
    {
        public void Report(long value) => seen.Add(value);
    }

    private sealed class FullDisk : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("No space left on device");
    }
}

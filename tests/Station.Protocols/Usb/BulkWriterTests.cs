using Espero.Station.Protocols.Usb;

namespace Espero.Station.Protocols.Tests.Usb;

public sealed class BulkWriterTests
{
    private const int Full = BulkWriter.TransferBytes;
    private static readonly UsbEndpoint Out = new(0x01, 2, 512);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(512)]
    [InlineData(Full)]
    [InlineData((3 * Full) + 1)]
    [InlineData(7 * Full)]
    public async Task All_bytes_arrive_in_order_and_nothing_empty_is_sent(int length)
    {
        var link = new ScriptedLink();
        var bytes = Bytes(length);

        await SendAsync(new BulkWriter(link, Out), bytes, portion: 100_001);

        Assert.Equal(bytes, link.Received.ToArray());
        Assert.DoesNotContain(0, link.Lengths);
    }

    [Fact]
    public async Task Every_transfer_but_the_last_is_full_however_the_bytes_come()
    {
        var link = new ScriptedLink();

        await SendAsync(new BulkWriter(link, Out), Bytes((2 * Full) + 77), portion: 1000);

        Assert.Equal([Full, Full, 77], link.Lengths);
    }

    [Fact]
    public async Task Several_transfers_are_under_way_and_no_more_than_there_are()
    {
        var link = new ScriptedLink { TakesAtOnce = false };
        var sending = SendAsync(new BulkWriter(link, Out), Bytes(6 * Full), portion: 6 * Full);

        Assert.Equal(BulkWriter.TransfersUnderWay, link.UnderWay);
        while (!sending.IsCompleted)
        {
            link.EndOldest();
            await Task.Yield();
        }

        await sending;
        Assert.Equal(BulkWriter.TransfersUnderWay, link.MostUnderWay);
    }

    [Fact]
    public async Task The_last_write_waits_until_all_has_left()
    {
        var link = new ScriptedLink { TakesAtOnce = false };
        var sending = SendAsync(new BulkWriter(link, Out), Bytes(100), portion: 100);

        Assert.False(sending.IsCompleted);
        link.EndOldest();
        await sending.WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System, Stop);
    }

    [Fact]
    public async Task A_kernel_with_little_memory_gets_smaller_transfers()
    {
        var link = new ScriptedLink { KernelBytes = 40 << 10 };
        var bytes = Bytes((2 * Full) + 5);

        await SendAsync(new BulkWriter(link, Out), bytes, portion: 65_536);

        Assert.Equal(bytes, link.Received.ToArray());
        Assert.All(link.Lengths, length => Assert.InRange(length, 1, 32 << 10));
    }

    [Fact]
    public async Task A_kernel_without_any_memory_is_said_so()
    {
        var link = new ScriptedLink { KernelBytes = BulkWriter.LeastTransferBytes - 1 };

        var failed = await Assert.ThrowsAsync<UsbException>(() => SendAsync(new BulkWriter(link, Out), Bytes(Full), portion: Full));

        Assert.Equal(UsbFailure.NoMemory, failed.Failure);
    }

    [Fact]
    public async Task What_is_queued_behind_a_failed_transfer_is_called_back()
    {
        var link = new ScriptedLink { TakesAtOnce = false };
        var sending = SendAsync(new BulkWriter(link, Out), Bytes(5 * Full), portion: 5 * Full);

        link.EndOldest(new UsbError(UsbFailure.Gone, "unplugged"));

        Assert.Equal(UsbFailure.Gone, (await Assert.ThrowsAsync<UsbException>(() => sending)).Failure);
        Assert.Equal(BulkWriter.TransfersUnderWay - 1, link.Cancelled);
    }

    [Fact]
    public async Task A_cancelled_write_calls_everything_back()
    {
        var link = new ScriptedLink { TakesAtOnce = false };
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var writer = new BulkWriter(link, Out);
        writer.Begin(5 * Full);
        var sending = writer.WriteAsync(Bytes(5 * Full), cancel.Token).AsTask();

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        Assert.Equal(BulkWriter.TransfersUnderWay, link.Cancelled);
    }

    private static byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }

    private static async Task SendAsync(BulkWriter writer, ReadOnlyMemory<byte> bytes, int portion)
    {
        writer.Begin(bytes.Length);
        for (; !bytes.IsEmpty; bytes = bytes[Math.Min(portion, bytes.Length)..])
        {
            await writer.WriteAsync(bytes[..Math.Min(portion, bytes.Length)], Stop);
        }
    }
}

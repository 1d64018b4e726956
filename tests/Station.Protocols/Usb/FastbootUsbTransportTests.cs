using Espero.Station.Protocols.Fastboot;
using Espero.Station.Protocols.Usb;
using Microsoft.Extensions.Time.Testing;

namespace Espero.Station.Protocols.Tests.Usb;

public sealed class FastbootUsbTransportTests
{
    private static readonly UsbEndpoint In = new(0x82, 2, 512);
    private static readonly UsbEndpoint Out = new(0x01, 2, 512);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_transfer_each_way_is_a_packet()
    {
        await using var link = new ScriptedLink();
        link.Answers.Enqueue("OKAYvirtual-a"u8.ToArray());
        await using var session = Session(link);

        Assert.Equal("virtual-a", (await session.GetVarAsync("product", Stop)).Value);
        Assert.Equal("getvar:product"u8.ToArray(), link.Received.ToArray());
    }

    [Fact]
    public async Task Data_is_raw_behind_its_command()
    {
        await using var link = new ScriptedLink();
        Answer(link, "DATA00000005", "OKAY");
        await using var session = Session(link);

        var answer = await session.DownloadAsync(new StreamDownload(new MemoryStream("image"u8.ToArray()), 5), progress: null, Stop);

        Assert.True(answer.Succeeded);
        Assert.Equal("download:00000005image"u8.ToArray(), link.Received.ToArray());
    }

    [Fact]
    public async Task A_reply_longer_than_any_is_nonsense()
    {
        await using var link = new ScriptedLink();
        link.Answers.Enqueue(new byte[FastbootReply.MaxPacketBytes + 1]);
        await using var session = Session(link);

        Assert.Equal(FastbootFailure.Nonsense, (await session.GetVarAsync("product", Stop)).Error?.Failure);
    }

    [Fact]
    public async Task A_phone_that_leaves_in_the_middle_is_a_lost_cable()
    {
        await using var link = new ScriptedLink { TakesAtOnce = false };
        await using var session = Session(link);
        var asking = session.GetVarAsync("product", Stop);

        link.EndOldest(new UsbError(UsbFailure.Gone, "The phone left."));

        Assert.Equal(new FastbootError(FastbootFailure.CableLost, "The phone left."), (await asking).Error);
    }

    [Fact]
    public async Task A_phone_that_takes_no_byte_is_silent_and_its_transfer_called_back()
    {
        var time = new FakeTimeProvider();
        await using var link = new ScriptedLink { TakesAtOnce = false };
        await using var session = new FastbootSession(new FastbootUsbTransport(link, In, Out), new FastbootOptions(), time, _ => { });
        var asking = session.GetVarAsync("product", Stop);

        time.Advance(new FastbootOptions().Question);

        Assert.Equal(FastbootFailure.Silent, (await asking).Error?.Failure);
        Assert.Equal(1, link.Cancelled);
    }

    private static FastbootSession Session(ScriptedLink link) =>
        new(new FastbootUsbTransport(link, In, Out), new FastbootOptions(), TimeProvider.System, _ => { });

    private static void Answer(ScriptedLink link, params string[] texts)
    {
        foreach (var text in texts)
        {
            link.Answers.Enqueue(System.Text.Encoding.ASCII.GetBytes(text));
        }
    }
}

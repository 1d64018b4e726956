using System.Net;
using System.Net.Sockets;
using Espero.Station.Protocols.Fastboot;

namespace Espero.Station.Protocols.Tests.Fastboot;

/// <summary>Faults over real sockets. The limits are short and real: the kernel's buffers turn no fake clock.</summary>
public sealed class FastbootTcpTests
{
    private const int LargeBytes = 64 << 20;

    private static readonly FastbootOptions Hasty = new()
    {
        Handshake = TimeSpan.FromMilliseconds(200),
        Question = TimeSpan.FromMilliseconds(200),
        Download = TimeSpan.FromMilliseconds(200),
        Write = TimeSpan.FromMilliseconds(200),
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_listening_is_a_lost_cable()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        var answer = await FastbootTcp.ConnectAsync("127.0.0.1", port, new FastbootOptions(), TimeProvider.System, _ => { }, Stop);

        Assert.Equal(FastbootFailure.CableLost, answer.Error?.Failure);
    }

    [Fact]
    public async Task A_peer_that_does_not_shake_hands_is_silent()
    {
        await using var phone = new ScriptedPhone((stream, _, stop) => ScriptedPhone.BeSilentAsync(stream, stop), Stop);

        Assert.Equal(FastbootFailure.Silent, (await phone.ConnectAsync(Hasty, Stop)).Error?.Failure);
    }

    [Fact]
    public async Task A_peer_that_speaks_another_protocol_is_nonsense()
    {
        await using var phone = new ScriptedPhone(
            async (stream, _, stop) => await stream.WriteAsync("SSH-2.0"u8.ToArray(), stop), Stop);

        Assert.Equal(FastbootFailure.Nonsense, (await phone.ConnectAsync(new FastbootOptions(), Stop)).Error?.Failure);
    }

    [Fact]
    public async Task A_peer_that_hangs_up_is_a_lost_cable()
    {
        await using var phone = new ScriptedPhone((_, frames, stop) => frames.ShakeHandsAsync(stop).AsTask(), Stop);
        var connected = await phone.ConnectAsync(new FastbootOptions(), Stop);
        await using var session = connected.Value;

        Assert.Equal(FastbootFailure.CableLost, (await session.GetVarAsync("product", Stop)).Error?.Failure);
    }

    [Fact]
    public async Task A_reply_longer_than_the_protocol_allows_is_nonsense()
    {
        await using var phone = new ScriptedPhone(
            async (_, frames, stop) =>
            {
                await frames.ShakeHandsAsync(stop);
                await frames.WritePacketAsync(new byte[257], stop);
                await frames.ReadPacketAsync(new byte[64], stop);
            },
            Stop);
        await using var session = (await phone.ConnectAsync(new FastbootOptions(), Stop)).Value;

        Assert.Equal(FastbootFailure.Nonsense, (await session.GetVarAsync("product", Stop)).Error?.Failure);
    }

    [Fact]
    public async Task A_phone_that_stops_reading_in_the_middle_of_the_data_is_silent()
    {
        await using var phone = new ScriptedPhone(
            async (_, frames, stop) =>
            {
                await TakeDownloadAsync(frames, 1 << 20, stop);
                await new TaskCompletionSource().Task.WaitAsync(stop);
            },
            Stop);
        await using var session = (await phone.ConnectAsync(Hasty, Stop)).Value;

        Assert.Equal(FastbootFailure.Silent, (await SendAsync(session)).Error?.Failure);
    }

    [Fact]
    public async Task A_connection_cut_in_the_middle_of_the_data_is_a_lost_cable()
    {
        await using var phone = new ScriptedPhone((_, frames, stop) => TakeDownloadAsync(frames, 1 << 20, stop), Stop);
        await using var session = (await phone.ConnectAsync(new FastbootOptions(), Stop)).Value;

        Assert.Equal(FastbootFailure.CableLost, (await SendAsync(session)).Error?.Failure);
        Assert.Equal(FastbootFailure.SessionOver, (await session.GetVarAsync("product", Stop)).Error?.Failure);
    }

    [Fact]
    public async Task A_phone_silent_after_flash_does_not_hold_the_session_for_ever()
    {
        await using var phone = new ScriptedPhone(
            async (stream, frames, stop) =>
            {
                await frames.ShakeHandsAsync(stop);
                await frames.ReadPacketAsync(new byte[64], stop);
                await ScriptedPhone.BeSilentAsync(stream, stop);
            },
            Stop);
        await using var session = (await phone.ConnectAsync(Hasty, Stop)).Value;

        Assert.Equal(FastbootFailure.Silent, (await session.FlashAsync("boot", Stop)).Error?.Failure);
    }

    private static Task<FastbootResult<string>> SendAsync(FastbootSession session) =>
        session.DownloadAsync(new StreamDownload(new MemoryStream(new byte[LargeBytes]), LargeBytes), progress: null, Stop);

    private static async Task TakeDownloadAsync(FastbootTcpFrames frames, int untilBytes, CancellationToken cancellationToken)
    {
        await frames.ShakeHandsAsync(cancellationToken);
        await frames.ReadPacketAsync(new byte[64], cancellationToken);
        await frames.WritePacketAsync("DATA04000000"u8.ToArray(), cancellationToken);
        var buffer = new byte[1 << 16];
        for (var taken = 0; taken < untilBytes;)
        {
            taken += await frames.ReadDataAsync(buffer, cancellationToken);
        }
    }
}

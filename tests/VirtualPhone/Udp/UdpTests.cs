using System.Net;
using System.Net.Sockets;
using CsCheck;
using Espero.VirtualPhone.Tests.Doubles;
using Espero.VirtualPhone.Udp;

namespace Espero.VirtualPhone.Tests.Udp;

public sealed class UdpTests
{
    [Fact]
    public async Task A_packet_said_twice_is_answered_twice_and_run_once()
    {
        await using var phone = RunningPhone.OverUdp();
        using var host = new Host(phone.Server.UdpAddress!);
        var sequence = await host.BeginAsync();

        var first = await host.AskAsync(UdpPacketKind.Fastboot, sequence, "set_active:b"u8.ToArray());
        var again = await host.AskAsync(UdpPacketKind.Fastboot, sequence, "set_active:b"u8.ToArray());
        var reply = await host.AskAsync(UdpPacketKind.Fastboot, (ushort)(sequence + 1), []);

        Assert.Equal(first, again);
        Assert.Equal("OKAY"u8.ToArray(), reply[UdpPacket.HeaderBytes..]);
    }

    [Fact]
    public async Task A_host_without_a_session_is_told_so()
    {
        await using var phone = RunningPhone.OverUdp();
        using var host = new Host(phone.Server.UdpAddress!);

        var answer = await host.AskAsync(UdpPacketKind.Fastboot, 0, "getvar:all"u8.ToArray());

        Assert.Equal((byte)UdpPacketKind.Error, answer[0]);
    }

    [Fact]
    public async Task A_long_reply_comes_in_packets_no_longer_than_agreed()
    {
        await using var phone = RunningPhone.Start(
            options => options with { ListenUdp = new IPEndPoint(IPAddress.Loopback, 0) }, VirtualPhone.Models.VirtualD.Model);
        using var host = new Host(phone.Server.UdpAddress!);

        var answer = await host.InitialiseAsync();

        Assert.Equal(512, (answer[6] << 8) | answer[7]);
    }

    [Fact]
    public async Task A_new_host_takes_over_from_one_that_fell_silent()
    {
        await using var phone = RunningPhone.OverUdp();
        using var silent = new Host(phone.Server.UdpAddress!);
        using var host = new Host(phone.Server.UdpAddress!);
        await silent.BeginAsync();

        var sequence = await host.BeginAsync();
        await host.AskAsync(UdpPacketKind.Fastboot, sequence, "getvar:product"u8.ToArray());
        var reply = await host.AskAsync(UdpPacketKind.Fastboot, (ushort)(sequence + 1), []);

        Assert.Equal("OKAYvirtual-c"u8.ToArray(), reply[UdpPacket.HeaderBytes..]);
    }

    [Fact]
    public async Task Random_packets_never_end_the_phone()
    {
        await using var phone = RunningPhone.OverUdp();
        using var stranger = new Host(phone.Server.UdpAddress!);

        await Gen.Byte.Array[0, 60].SampleAsync(stranger.SayAsync, iter: 500, threads: 1);

        Assert.Equal(0, (await phone.FastbootOverUdpAsync("getvar", "product")).ExitCode);
    }

    private sealed class Host : IDisposable
    {
        private readonly Socket _socket = new(SocketType.Dgram, ProtocolType.Udp);
        private readonly byte[] _heard = new byte[2048];
        private readonly CancellationTokenSource _limit =
            CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);


        public Host(IPEndPoint phone)
        {
            _limit.CancelAfter(TimeSpan.FromSeconds(20));
            _socket.Connect(phone);
        }

        public async Task<ushort> BeginAsync()
        {
            var answer = await InitialiseAsync();
            return (ushort)(((answer[2] << 8) | answer[3]) + 1);
        }

        public async Task<byte[]> InitialiseAsync()
        {
            var next = await AskAsync(UdpPacketKind.Query, 0, []);
            return await AskAsync(UdpPacketKind.Initialise, (ushort)((next[4] << 8) | next[5]), [0, 1, 8, 0]);
        }

        public async Task<byte[]> AskAsync(UdpPacketKind kind, ushort sequence, byte[] payload)
        {
            await SayAsync([(byte)kind, 0, (byte)(sequence >> 8), (byte)sequence, .. payload]);
            return _heard[..await _socket.ReceiveAsync(_heard, _limit.Token)];
        }

        public async Task SayAsync(byte[] packet) => await _socket.SendAsync(packet, _limit.Token);

        public void Dispose()
        {
            _socket.Dispose();
            _limit.Dispose();
        }
    }
}

using System.Net;
using System.Net.Sockets;
using Espero.Station.Protocols.Fastboot;
using Espero.Station.Protocols.Images;

namespace Espero.Station.Protocols.Tests.Fastboot;

/// <summary>Real datagrams over loopback. The limits are short and real: the kernel turns no fake clock.</summary>
public sealed class FastbootUdpTests : IDisposable
{
    private static readonly FastbootOptions Hasty = new()
    {
        UdpResend = TimeSpan.FromMilliseconds(20),
        UdpPoll = TimeSpan.FromMilliseconds(1),
    };

    private readonly TempFolder _files = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task A_question_is_asked_and_answered()
    {
        await using var phone = new UdpPhone(new MemoryPhone().Answer("getvar:product", "INFOhello", "OKAYwalleye"), Stop);
        await using var session = await ConnectAsync(phone);

        Assert.Equal("walleye", (await session.GetVarAsync("product", Stop)).Value);
    }

    [Theory]
    [InlineData(512)]
    [InlineData(1024)]
    [InlineData(1500)]
    [InlineData(8192)]
    [InlineData(65535)]
    public async Task No_packet_is_larger_than_both_sides_take(int packetBytes)
    {
        var content = Random(1, 40_000);
        var memory = new MemoryPhone().WithPartition(content.Length);
        await using var phone = new UdpPhone(memory, Stop, packetBytes);
        await using var session = await ConnectAsync(phone);

        Assert.True((await FlashAsync(session, content)).Succeeded);

        Assert.Equal(content, memory.Partition);
        Assert.Equal(Math.Min(packetBytes, 8192), phone.LargestDatagramBytes);
    }

    [Theory]
    [InlineData((int)UdpLine.LosesPacket)]
    [InlineData((int)UdpLine.LosesAnswer)]
    [InlineData((int)UdpLine.Doubles)]
    [InlineData((int)UdpLine.Reorders)]
    public async Task An_image_arrives_identical_over_a_line_that_misbehaves(int line)
    {
        var content = Random(2, 60_000);
        var chance = new Random(3);
        var memory = new MemoryPhone().WithPartition(content.Length);
        await using var phone = new UdpPhone(memory, Stop, line: () => chance.Next(4) == 0 ? (UdpLine)line : UdpLine.Good);
        await using var session = await ConnectAsync(phone);

        Assert.True((await FlashAsync(session, content)).Succeeded);

        Assert.Equal(content, memory.Partition);
        Assert.Equal([$"download:{content.Length:x8}", "flash:boot"], memory.Commands);
    }

    [Fact]
    public async Task An_image_arrives_identical_over_a_line_that_does_everything_wrong()
    {
        var content = Random(4, 100_000);
        var chance = new Random(5);
        var memory = new MemoryPhone().WithPartition(content.Length);
        await using var phone = new UdpPhone(memory, Stop, line: () => (UdpLine)Math.Max(0, chance.Next(10) - 5));
        await using var session = await ConnectAsync(phone);

        Assert.True((await FlashAsync(session, content)).Succeeded);
        Assert.Equal(content, memory.Partition);
    }

    [Fact]
    public async Task A_lost_packet_costs_what_the_phone_usually_takes_and_not_the_longest_wait()
    {
        var losses = 0;
        var chance = new Random(6);
        var content = Random(7, 60_000);
        await using var phone = new UdpPhone(new MemoryPhone().WithPartition(content.Length), Stop, line: Line);
        var options = new FastbootOptions();
        await using var session = await ConnectAsync(phone, options);
        var begun = TimeProvider.System.GetTimestamp();

        Assert.True((await FlashAsync(session, content)).Succeeded);

        Assert.InRange(TimeProvider.System.GetElapsedTime(begun), TimeSpan.Zero, losses * options.UdpResend / 2);

        UdpLine Line()
        {
            var isLost = chance.Next(4) == 0;
            losses += isLost ? 1 : 0;
            return isLost ? UdpLine.LosesPacket : UdpLine.Good;
        }
    }

    [Fact]
    public async Task A_phone_that_has_nothing_to_say_yet_is_asked_again()
    {
        await using var phone = new UdpPhone(new MemoryPhone().Answer("erase:userdata", "OKAY"), Stop) { NotYet = 20 };
        await using var session = await ConnectAsync(phone);

        Assert.True((await session.EraseAsync("userdata", Stop)).Succeeded);
    }

    [Fact]
    public async Task A_partition_is_fetched_in_packets_that_continue()
    {
        var content = new string('x', 5000);
        await using var phone = new UdpPhone(new MemoryPhone().Answer("fetch:boot", "DATA00001388", content, "OKAY"), Stop);
        await using var session = await ConnectAsync(phone);
        var target = new MemoryStream();

        Assert.Equal(5000, (await session.FetchAsync("boot", target, progress: null, Stop)).Value);
        Assert.Equal(content, System.Text.Encoding.ASCII.GetString(target.ToArray()));
    }

    [Fact]
    public async Task A_command_longer_than_a_packet_travels_in_several()
    {
        var name = new string('n', 1000);
        var memory = new MemoryPhone().Answer("getvar:product", "OKAYwalleye").Answer($"getvar:{name}", "OKAYlong");
        await using var phone = new UdpPhone(memory, Stop, packetBytes: 512);
        await using var session = await ConnectAsync(phone);

        Assert.Equal("long", (await session.GetVarAsync(name, Stop)).Value);
    }

    [Fact]
    public async Task Nobody_listening_is_a_lost_cable()
    {
        using var socket = Listen();
        var port = PortOf(socket);
        socket.Dispose();

        Assert.Equal(FastbootFailure.CableLost, (await ConnectAsync(port, Hasty)).Error?.Failure);
    }

    [Fact]
    public async Task A_peer_that_never_answers_is_silent()
    {
        using var socket = Listen();

        var answer = await ConnectAsync(PortOf(socket), Hasty with { Handshake = TimeSpan.FromMilliseconds(100) });

        Assert.Equal(FastbootFailure.Silent, answer.Error?.Failure);
    }

    [Fact]
    public async Task A_phone_that_vanishes_is_given_up_after_its_packets_were_sent_again_long_enough()
    {
        var gone = false;
        await using var phone = new UdpPhone(new MemoryPhone(), Stop, line: () => gone ? UdpLine.LosesPacket : UdpLine.Good);
        await using var session = await ConnectAsync(phone, Hasty with { UdpGiveUp = TimeSpan.FromMilliseconds(200) });

        gone = true;
        var before = phone.Datagrams;

        Assert.Equal(FastbootFailure.CableLost, (await session.FlashAsync("boot", Stop)).Error?.Failure);
        Assert.InRange(phone.Datagrams - before, 2, 11);
    }

    [Fact]
    public async Task A_question_without_an_answer_is_silence_after_its_own_limit()
    {
        await using var phone = new UdpPhone(new MemoryPhone().Answer("getvar:product"), Stop);
        await using var session = await ConnectAsync(phone, Hasty with { Question = TimeSpan.FromMilliseconds(100) });

        Assert.Equal(FastbootFailure.Silent, (await session.GetVarAsync("product", Stop)).Error?.Failure);
    }

    public static TheoryData<string, byte[][]> Nonsense() => new()
    {
        { "three bytes", [[1, 0, 0]] },
        { "an unknown kind", [[9, 0, 0, 0]] },
        { "an error", [[0, 0, 0, 0, .. "no more room"u8]] },
        { "a sequence cut short", [[1, 0, 0, 0, 7]] },
        { "no packet size", [[1, 0, 0, 0, 0, 7], [2, 0, 0, 7, 0, 1]] },
        { "tiny packets", [[1, 0, 0, 0, 0, 7], [2, 0, 0, 7, 0, 1, 0, 100]] },
        { "version 0", [[1, 0, 0, 0, 0, 7], [2, 0, 0, 7, 0, 0, 4, 0]] },
    };

    [Theory]
    [MemberData(nameof(Nonsense))]
    public async Task A_handshake_that_makes_no_sense_is_nonsense(string what, byte[][] answers)
    {
        Assert.NotNull(what);
        using var socket = Listen();
        var connecting = ConnectAsync(PortOf(socket), new FastbootOptions());
        foreach (var answer in answers)
        {
            var asked = await socket.ReceiveFromAsync(new byte[100], new IPEndPoint(IPAddress.Any, 0), Stop);
            await socket.SendToAsync(answer, asked.RemoteEndPoint, Stop);
        }

        Assert.Equal(FastbootFailure.Nonsense, (await connecting).Error?.Failure);
    }

    // AOSP fastboot/README.md, "UDP Protocol v1", example: the phone's answer to a query.
    [Fact]
    public void The_header_of_the_specification_is_read_and_written()
    {
        byte[] bytes = [3, 1, 0x55, 0xAA];
        var header = new FastbootUdpHeader(FastbootUdpKind.Fastboot, Continues: true, 0x55AA);
        var written = new byte[4];

        header.Write(written);

        Assert.Equal(bytes, written);
        Assert.Equal(header, FastbootUdpHeader.Parse(bytes));
    }

    private static Socket Listen()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }

    private static int PortOf(Socket socket) => ((IPEndPoint)socket.LocalEndPoint!).Port;

    private static async Task<FastbootSession> ConnectAsync(UdpPhone phone, FastbootOptions? options = null)
    {
        var connected = await ConnectAsync(phone.Port, options ?? Hasty);
        Assert.Null(connected.Error);
        return connected.Value;
    }

    private static Task<FastbootResult<FastbootSession>> ConnectAsync(int port, FastbootOptions options) =>
        FastbootUdp.ConnectAsync("127.0.0.1", port, options, TimeProvider.System, _ => { }, Stop);

    private async Task<FastbootResult<string>> FlashAsync(FastbootSession session, byte[] content)
    {
        using var image = File.OpenHandle(_files.Write("image", content));
        return await new ImageFlasher(session).FlashAsync(image, new FlashOrder("boot"), progress: null, Stop);
    }

    private static byte[] Random(int seed, int sizeBytes)
    {
        var bytes = new byte[sizeBytes];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}

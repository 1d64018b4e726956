using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using Espero.Station.Protocols.Fastboot;

namespace Espero.Fuzz;

/// <summary>What a bootloader sends.</summary>
internal static class FastbootTargets
{
    private const int PacketBytes = 256;

    public static ImmutableArray<FuzzTarget> All { get; } = [Reply(), Text(), Tcp(), Udp(), UdpTalk(), Session()];

    private static FuzzTarget Reply() => new(
        "fastboot-reply",
        Texts("OKAY", "OKAYwalleye", "FAILunknown command", "INFOerasing 'userdata'", "TEXT.", "DATA10000000", "DATA0ffff034"),
        input => FastbootReply.Parse(input),
        input => _ = checked((int)FastbootReply.Parse(input).DataSizeBytes), // 2 GiB and more
        exception => exception is FastbootProtocolException);

    private static FuzzTarget Text() => new(
        "fastboot-text",
        Texts("product:walleye", "partition-size:boot_a: 0x4000", "max-download-size:268435456", "0x10000000", "1fffe000", "has-slot:boot:yes"),
        input =>
        {
            var line = Encoding.Latin1.GetString(input);
            _ = FastbootVariable.Parse(line);
            _ = FastbootSize.TryParse(line, out _);
        },
        input => _ = FastbootVariable.Parse(Encoding.Latin1.GetString(input))?.Value[0], // a name without a value
        _ => false);

    private static FuzzTarget Tcp() => new(
        "fastboot-tcp",
        [.. Texts("OKAYwalleye", "INFOhello", "DATA00001000").Select(reply => (byte[])[.. "FB01"u8, .. Frame(reply), .. Frame("OKAY"u8.ToArray())])],
        input => Wait(ReadFramesAsync(input)),
        input => _ = new byte[Math.Abs((int)BinaryPrimitives.ReadInt64BigEndian(input.AsSpan(4)))], // believes the length
        exception => exception is FastbootProtocolException or EndOfStreamException);

    private static FuzzTarget Udp() => new(
        "fastboot-udp",
        [[1, 0, 0, 0, 0, 7], [2, 0, 0, 7, 0, 1, 4, 0], [3, 1, 0x55, 0xAA, .. "OKAY"u8], [0, 0, 0, 1, .. "no"u8]],
        input => FastbootUdpHeader.Parse(input),
        input => _ = FastbootUdpHeader.Parse(input).Kind == FastbootUdpKind.Init ? input[7] : 0, // a short handshake
        exception => exception is FastbootProtocolException);

    private static FuzzTarget UdpTalk() => new(
        "fastboot-udp-talk",
        [
            [.. Said([1, 0, 0, 0, 0, 7], [2, 0, 0, 7, 0, 1, 4, 0], [3, 0, 0, 8], [3, 0, 0, 9, .. "OKAYwalleye"u8])],
            [
                .. Said([1, 0, 0, 0, 0, 7], [2, 0, 0, 7, 0, 1, 32, 0], [3, 0, 0, 8]),
                .. Said([3, 0, 0, 9], [3, 1, 0, 10, .. "OK"u8], [3, 0, 0, 11, .. "AY"u8]),
            ],
        ],
        input => Wait(AskAsync(input, _ => { })),
        input => Wait(AskAsync(input, answer => _ = answer[..4])), // a reply shorter than its kind
        exception => exception is FastbootProtocolException or EndOfStreamException);

    private static FuzzTarget Session() => new(
        "fastboot-session",
        [
            [
                .. Said(Texts(
                    "INFOhello", "OKAYwalleye", "INFOslot-count:2", "INFOpartition-size:boot_a: 0x4000", "OKAY", "OKAY0x4000",
                    "DATA00000010", "OKAY", "INFOwriting", "OKAY", "OKAY0x10000000", "OKAY0x20", "DATA00000020")),
                .. new byte[32],
                .. Said(Texts("OKAY", "OKAY1", "TEXTone", "OKAY", "OKAY", "OKAY")),
            ],
        ],
        input => Wait(ConverseAsync(input, _ => { })),
        input => Wait(ConverseAsync(input, product => _ = product!.Length)), // a phone that knows no product
        exception => exception is FastbootProtocolException);

    // A whole attempt's questions and acts. Every failure is a value, and one that ends the session is this parser's way to refuse.
    private static async Task ConverseAsync(byte[] input, Action<string?> onProduct)
    {
        await using var session = new FastbootSession(new SaidPackets(input), new FastbootOptions(), TimeProvider.System, _ => { });
        var product = await session.GetVarAsync("product", CancellationToken.None);
        _ = await session.GetAllVarsAsync(CancellationToken.None);
        _ = await session.GetPartitionSizeAsync("boot_a", CancellationToken.None);
        _ = await session.DownloadAsync(new StreamDownload(new MemoryStream(new byte[16]), 16), progress: null, CancellationToken.None);
        _ = await session.FlashAsync("boot_a", CancellationToken.None);
        _ = await session.FetchAsync("boot_a", Stream.Null, progress: null, CancellationToken.None);
        _ = await session.GetUnlockAbilityAsync(CancellationToken.None);
        _ = await session.OemAsync("device-info", CancellationToken.None);
        _ = await session.SetActiveAsync("a", CancellationToken.None);
        _ = await session.ContinueAsync(CancellationToken.None);
        if (product.Succeeded)
        {
            onProduct(product.Value);
        }

        if (session.End is { Failure: not FastbootFailure.SessionOver } end)
        {
            throw new FastbootProtocolException(end.Text);
        }
    }

    private static async Task AskAsync(byte[] input, Action<byte[]> onAnswer)
    {
        var options = new FastbootOptions { UdpPoll = TimeSpan.Zero };
        await using var packets = new FastbootUdpPackets(
            new UdpExchange(new SaidDatagrams(input), options, TimeProvider.System), options, TimeProvider.System);
        var room = new byte[PacketBytes];
        await packets.ShakeHandsAsync(CancellationToken.None);
        await packets.WritePacketAsync("getvar:product"u8.ToArray(), CancellationToken.None);
        var length = await packets.ReadPacketAsync(room, CancellationToken.None);
        onAnswer(room[..length]);
    }

    private static IEnumerable<byte> Said(params IEnumerable<byte[]> packets) =>
        packets.SelectMany(packet => packet.Prepend((byte)packet.Length));

    private static async Task ReadFramesAsync(byte[] input)
    {
        var conversation = new Conversation(input);
        var frames = new FastbootTcpFrames(conversation);
        var packet = new byte[PacketBytes];
        await frames.ShakeHandsAsync(CancellationToken.None);
        while (conversation.Position < conversation.Length)
        {
            _ = await frames.ReadPacketAsync(packet, CancellationToken.None);
            _ = conversation.Position < conversation.Length ? await frames.ReadDataAsync(packet, CancellationToken.None) : 0;
        }
    }

    private static byte[] Frame(byte[] packet)
    {
        var frame = new byte[sizeof(long) + packet.Length];
        BinaryPrimitives.WriteInt64BigEndian(frame, packet.Length);
        packet.CopyTo(frame, sizeof(long));
        return frame;
    }

    // Nothing in memory ever waits.
    private static void Wait(Task task) => task.GetAwaiter().GetResult();

    private static ImmutableArray<byte[]> Texts(params string[] texts) => [.. texts.Select(Encoding.Latin1.GetBytes)];
}

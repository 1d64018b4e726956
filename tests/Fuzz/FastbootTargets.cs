using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using Espero.Station.Protocols.Fastboot;

namespace Espero.Fuzz;

/// <summary>What a bootloader sends.</summary>
internal static class FastbootTargets
{
    private const int PacketBytes = 256;

    public static ImmutableArray<FuzzTarget> All { get; } = [Reply(), Text(), Tcp(), Udp()];

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

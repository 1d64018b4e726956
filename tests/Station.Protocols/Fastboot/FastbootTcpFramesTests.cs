using System.Buffers.Binary;
using Espero.Station.Protocols.Fastboot;

namespace Espero.Station.Protocols.Tests.Fastboot;

public sealed class FastbootTcpFramesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    // AOSP fastboot/README.md, "TCP Protocol v1", example: host, then device.
    [Fact]
    public async Task The_example_of_the_specification_is_written_and_read()
    {
        await using var pair = await SocketPair.OpenAsync(Stop);
        var frames = new FastbootTcpFrames(pair.Station);
        await pair.Phone.WriteAsync(Bytes("FB01", "\0\0\0\0\0\0\0\x07OKAY0.4"), Stop);

        await frames.ShakeHandsAsync(Stop);
        await frames.WritePacketAsync("getvar:version"u8.ToArray(), Stop);

        var sent = new byte["FB01\0\0\0\0\0\0\0\x0Egetvar:version".Length];
        await pair.Phone.ReadExactlyAsync(sent, Stop);
        Assert.Equal(Bytes("FB01", "\0\0\0\0\0\0\0\x0Egetvar:version"), sent);
        var packet = new byte[256];
        Assert.Equal("OKAY0.4"u8.ToArray(), packet[..await frames.ReadPacketAsync(packet, Stop)]);
    }

    [Theory]
    [InlineData("FB01")]
    [InlineData("FB02")] // the lower version wins
    public async Task A_peer_of_this_version_or_a_later_one_is_spoken_to(string handshake) =>
        await ShakeHandsAsync(handshake);

    [Theory]
    [InlineData("FB00")]
    [InlineData("FBxx")]
    [InlineData("HTTP")]
    [InlineData("\0\0\0\0")]
    public async Task Any_other_peer_is_a_protocol_error(string handshake) =>
        await Assert.ThrowsAsync<FastbootProtocolException>(() => ShakeHandsAsync(handshake));

    [Fact]
    public async Task Data_is_read_whatever_frames_it_comes_in()
    {
        var data = new byte[300_000];
        new Random(1).NextBytes(data);
        byte[] wire = [.. Frame(data.AsSpan(..1024)), .. Frame([]), .. Frame(data.AsSpan(1024..^52)), .. Frame(data.AsSpan(^52..)), .. Frame("flash:boot"u8)];
        var frames = new FastbootTcpFrames(new MemoryStream(wire));

        var read = new byte[data.Length];
        for (var length = 0; length < read.Length;)
        {
            length += await frames.ReadDataAsync(read.AsMemory(length), Stop);
        }

        Assert.Equal(data, read);
        var packet = new byte[64];
        Assert.Equal("flash:boot"u8.ToArray(), packet[..await frames.ReadPacketAsync(packet, Stop)]);
    }

    [Fact]
    public async Task Data_that_goes_on_after_its_end_is_a_protocol_error()
    {
        var frames = new FastbootTcpFrames(new MemoryStream(Frame(new byte[10])));
        await frames.ReadDataAsync(new byte[9], Stop);

        await Assert.ThrowsAsync<FastbootProtocolException>(async () => await frames.ReadPacketAsync(new byte[64], Stop));
    }

    [Theory]
    [InlineData(65)]
    [InlineData(long.MaxValue)]
    [InlineData(-1)]
    public async Task A_packet_of_an_impossible_length_is_a_protocol_error_and_nothing_is_allocated_for_it(long length)
    {
        var wire = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(wire, length);
        var frames = new FastbootTcpFrames(new MemoryStream(wire));

        await Assert.ThrowsAsync<FastbootProtocolException>(async () => await frames.ReadPacketAsync(new byte[64], Stop));
    }

    [Fact]
    public async Task A_connection_cut_anywhere_is_the_end_of_the_stream()
    {
        var wire = Frame("OKAY0.4"u8);
        for (var length = 0; length < wire.Length; length++)
        {
            var frames = new FastbootTcpFrames(new MemoryStream(wire[..length]));
            await Assert.ThrowsAsync<EndOfStreamException>(async () => await frames.ReadPacketAsync(new byte[64], Stop));
        }
    }

    private static async Task ShakeHandsAsync(string handshake)
    {
        await using var pair = await SocketPair.OpenAsync(Stop);
        await pair.Phone.WriteAsync(Bytes(handshake), Stop);
        await new FastbootTcpFrames(pair.Station).ShakeHandsAsync(Stop);
    }

    private static byte[] Frame(ReadOnlySpan<byte> content)
    {
        var frame = new byte[8 + content.Length];
        BinaryPrimitives.WriteInt64BigEndian(frame, content.Length);
        content.CopyTo(frame.AsSpan(8));
        return frame;
    }

    private static byte[] Bytes(params string[] texts) => System.Text.Encoding.Latin1.GetBytes(string.Concat(texts));
}

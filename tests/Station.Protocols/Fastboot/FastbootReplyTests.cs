using System.Text;
using CsCheck;
using Espero.Station.Protocols.Fastboot;

namespace Espero.Station.Protocols.Tests.Fastboot;

public sealed class FastbootReplyTests
{
    // AOSP fastboot/README.md, "Example Session".
    [Theory]
    [InlineData("OKAY0.4", FastbootReplyKind.Okay, "0.4", 0)]
    [InlineData("OKAY", FastbootReplyKind.Okay, "", 0)]
    [InlineData("FAILunknown variable", FastbootReplyKind.Fail, "unknown variable", 0)]
    [InlineData("DATA00001234", FastbootReplyKind.Data, "", 0x1234)]
    [InlineData("DATAFFFFFFFF", FastbootReplyKind.Data, "", 0xFFFFFFFF)]
    [InlineData("INFOerasing flash", FastbootReplyKind.Info, "erasing flash", 0)]
    [InlineData("TEXThalf a line", FastbootReplyKind.Text, "half a line", 0)]
    [InlineData("FAILpadded\0\0", FastbootReplyKind.Fail, "padded", 0)]
    public void The_examples_of_the_specification_are_read(string packet, FastbootReplyKind kind, string text, uint size) =>
        Assert.Equal(new FastbootReply(kind, text, size), FastbootReply.Parse(Encoding.Latin1.GetBytes(packet)));

    [Theory]
    [InlineData("")]
    [InlineData("OKA")]
    [InlineData("NOPE")]
    [InlineData("okay")]
    [InlineData("DATA")]
    [InlineData("DATA1234")]
    [InlineData("DATA0000123g")]
    [InlineData("DATA000012345")]
    public void A_packet_the_protocol_does_not_know_is_a_protocol_error(string packet) =>
        Assert.Throws<FastbootProtocolException>(() => FastbootReply.Parse(Encoding.Latin1.GetBytes(packet)));

    [Fact]
    public void A_packet_longer_than_the_protocol_allows_is_a_protocol_error() =>
        Assert.Throws<FastbootProtocolException>(
            () => FastbootReply.Parse(Encoding.Latin1.GetBytes("OKAY".PadRight(FastbootReply.MaxPacketBytes + 1))));

    [Fact]
    public void Random_bytes_are_a_reply_or_a_protocol_error_and_nothing_else() =>
        Gen.Byte.Array[0, 300].Sample(bytes =>
        {
            try
            {
                FastbootReply.Parse(bytes);
            }
            catch (FastbootProtocolException)
            {
            }
        });
}

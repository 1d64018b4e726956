using System.Buffers.Text;
using System.Text;

namespace Espero.Station.Protocols.Fastboot;

/// <summary>One packet from the phone. A FAIL is a value here: only nonsense on the wire throws.</summary>
/// <param name="DataSizeBytes">How many bytes a DATA reply lets us send; 0 for every other kind.</param>
public readonly record struct FastbootReply(FastbootReplyKind Kind, string Text, uint DataSizeBytes = 0)
{
    // AOSP fastboot/constants.h, FB_RESPONSE_SZ; the oldest bootloaders stay below 64.
    public const int MaxPacketBytes = 256;
    private const int TagBytes = 4;
    private const int SizeDigits = 8;

    public bool EndsTheCommand => Kind is FastbootReplyKind.Okay or FastbootReplyKind.Fail or FastbootReplyKind.Data;

    /// <exception cref="FastbootProtocolException">A length, a tag or a DATA size that the protocol does not know.</exception>
    public static FastbootReply Parse(ReadOnlySpan<byte> packet)
    {
        if (packet.Length is < TagBytes or > MaxPacketBytes)
        {
            throw new FastbootProtocolException($"a reply of {packet.Length} bytes.");
        }

        var tag = packet[..TagBytes];
        var body = packet[TagBytes..];

        return tag switch
        {
            _ when tag.SequenceEqual("OKAY"u8) => new(FastbootReplyKind.Okay, ReadText(body)),
            _ when tag.SequenceEqual("FAIL"u8) => new(FastbootReplyKind.Fail, ReadText(body)),
            _ when tag.SequenceEqual("INFO"u8) => new(FastbootReplyKind.Info, ReadText(body)),
            _ when tag.SequenceEqual("TEXT"u8) => new(FastbootReplyKind.Text, ReadText(body)),
            _ when tag.SequenceEqual("DATA"u8) => new(FastbootReplyKind.Data, "", ReadSize(body)),
            _ => throw new FastbootProtocolException($"a reply that starts with '{ReadText(tag)}'."),
        };
    }

    private static uint ReadSize(ReadOnlySpan<byte> body) =>
        body.Length == SizeDigits
        && Utf8Parser.TryParse(body, out uint size, out var consumed, standardFormat: 'x')
        && consumed == SizeDigits
            ? size
            : throw new FastbootProtocolException($"a DATA size of '{ReadText(body)}'.");

    // Latin-1 maps every byte to a character, so a vendor's stray byte cannot hide the message.
    private static string ReadText(ReadOnlySpan<byte> body) => Encoding.Latin1.GetString(body.TrimEnd((byte)0));
}

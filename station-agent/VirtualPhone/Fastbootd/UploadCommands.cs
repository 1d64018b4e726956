using System.Globalization;
using Espero.VirtualPhone.Bootloader;
using Espero.VirtualPhone.Partitions;
using Espero.VirtualPhone.State;

namespace Espero.VirtualPhone.Fastbootd;

/// <summary><c>fetch:PARTITION[:OFFSET[:SIZE]]</c>, hexadecimal with 0x or decimal.</summary>
internal sealed class UploadCommands(PhoneParts parts)
{
    public const long MaxFetchBytes = 16 << 20;
    private const byte OwnersByte = 0x5A;

    public Answer Fetch(string argument)
    {
        if (!parts.Phone.State.Unlocked)
        {
            return Answer.Fail("Fetch is not allowed on locked devices");
        }

        var words = argument.Split(':');
        if (parts.Phone.Find(words[0], PhoneMode.Fastbootd) is not { } partition)
        {
            return Answer.Fail(parts.Phone.Model.Refusals.NoPartition);
        }

        var offsetBytes = words.Length > 1 ? Number(words[1]) : 0;
        var sizeBytes = words.Length > 2 ? Number(words[2]) : partition.SizeBytes - offsetBytes;
        if (words.Length > 3 || offsetBytes is null || sizeBytes is null || offsetBytes + sizeBytes > partition.SizeBytes)
        {
            return Answer.Fail("Invalid offset or size");
        }

        return sizeBytes > MaxFetchBytes
            ? Answer.Fail($"Cannot fetch more than {MaxFetchBytes} bytes")
            : Answer.Data((uint)sizeBytes) with
            {
                Upload = (from, buffer) => Read(partition, offsetBytes.Value + from, buffer),
            };
    }

    // The owner's data was there before this program: it reads as something, until it is wiped.
    private int Read(Partition partition, long offsetBytes, Memory<byte> buffer)
    {
        var length = parts.Storage.Read(partition, offsetBytes, buffer);
        if (partition.Name != "userdata" || !parts.Phone.State.HoldsOwnersData || buffer.Span[..length].ContainsAnyExcept((byte)0))
        {
            return length;
        }

        buffer.Span.Fill(OwnersByte);
        return buffer.Length;
    }

    private static long? Number(string text)
    {
        var (digits, style) = text.StartsWith("0x", StringComparison.Ordinal)
            ? (text[2..], NumberStyles.AllowHexSpecifier)
            : (text, NumberStyles.None);
        return long.TryParse(digits, style, CultureInfo.InvariantCulture, out var number) && number >= 0 ? number : null;
    }
}

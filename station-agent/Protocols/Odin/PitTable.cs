using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;

namespace Espero.Station.Protocols.Odin;

/// <summary>
/// The partition table of a Samsung phone (PIT, Heimdall libpit), little-endian. It comes from the phone, so it is read strictly:
/// heimdall itself prints a table cut short, or one of random bytes, and calls that a success.
/// </summary>
public sealed class PitTable
{
    /// <summary>No phone has more; a count beyond it is nonsense.</summary>
    public const int MaxEntries = 512;

    /// <summary>The most bytes that are read of a table.</summary>
    public const int MaxBytes = 1 << 20;

    private const uint Magic = 0x12349876;
    private const int HeaderBytes = 28;
    private const int EntryBytes = 132;
    private const int NameBytes = 32;
    private const int ModemBinary = 1;

    private PitTable(ImmutableArray<PitEntry> entries) => Entries = entries;

    public ImmutableArray<PitEntry> Entries { get; }

    /// <param name="bytes">The table; a signature may follow it.</param>
    /// <exception cref="PitFormatException">Another magic, an impossible count, a table cut short, a name of no letters.</exception>
    public static PitTable Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length is < HeaderBytes or > MaxBytes || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic)
        {
            throw new PitFormatException("no table's head.");
        }

        var count = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
        if (count > MaxEntries || bytes.Length < HeaderBytes + ((int)count * EntryBytes))
        {
            throw new PitFormatException($"{count} entries in {bytes.Length} bytes.");
        }

        var entries = ImmutableArray.CreateBuilder<PitEntry>((int)count);
        for (var index = 0; index < count; index++)
        {
            entries.Add(ParseEntry(bytes.Slice(HeaderBytes + (index * EntryBytes), EntryBytes)));
        }

        return new PitTable(entries.MoveToImmutable());
    }

    /// <summary>The partition of this name; null where there is none, or where several share it.</summary>
    public PitEntry? Find(string name)
    {
        var found = Entries.Where(entry => entry.Name == name).Take(2).ToArray();
        return found is [var only] ? only : null;
    }

    // binary type, device, identifier, attributes, update attributes, block size, block count, two obsolete numbers, three names
    private static PitEntry ParseEntry(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt32LittleEndian(bytes) == ModemBinary,
        (PitDevice)BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[24..]),
        ReadName(bytes.Slice(36, NameBytes)),
        ReadName(bytes.Slice(36 + NameBytes, NameBytes)));

    private static string ReadName(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)0);
        var name = end < 0 ? bytes : bytes[..end];
        return name.ContainsAnyExceptInRange((byte)' ', (byte)'~')
            ? throw new PitFormatException($"the name '{Convert.ToHexString(name)}'.")
            : Encoding.ASCII.GetString(name);
    }
}

using System.Buffers.Binary;
using System.Collections.Immutable;

namespace Espero.Fuzz;

/// <summary>Makes inputs: mostly good examples with a few things wrong, some of nothing but noise. The same seed makes the same ones.</summary>
public sealed class InputMaker(ImmutableArray<byte[]> corpus, Random random)
{
    private const int MaxBytes = 8192;
    private const int MaxNoise = 300;
    private const int MaxChanges = 6;
    private const int NoiseEvery = 10;

    // Where arithmetic on lengths goes wrong.
    private static readonly uint[] Edges =
        [0, 1, 0x7F, 0x80, 0xFF, 0x100, 0x7FFF, 0x8000, 0xFFFF, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFE, 0xFFFF_FFFF];

    private static readonly byte[] Letters = "0123456789abcdefABCDEF:_-+ .\t\r\n\0%[]"u8.ToArray();

    public byte[] Next()
    {
        if (random.Next(NoiseEvery) == 0)
        {
            var noise = new byte[random.Next(MaxNoise)];
            random.NextBytes(noise);
            return noise;
        }

        var input = Pick().ToList();
        for (var changes = random.Next(MaxChanges); changes > 0; changes--)
        {
            Change(input);
        }

        return input.Count > MaxBytes ? [.. input.Take(MaxBytes)] : [.. input];
    }

    private byte[] Pick() => corpus[random.Next(corpus.Length)];

    private void Change(List<byte> input)
    {
        var at = random.Next(input.Count + 1);
        var length = Math.Min(random.Next(1, 16), input.Count - at);
        switch (random.Next(9))
        {
            case 0 when at < input.Count:
                input[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when at < input.Count:
                input[at] = (byte)random.Next(256);
                break;
            case 2 when at < input.Count:
                input[at] = Letters[random.Next(Letters.Length)];
                break;
            case 3:
                input.RemoveRange(at, length);
                break;
            case 4:
                input.InsertRange(at, input.GetRange(at, length));
                break;
            case 5:
                input.RemoveRange(at, input.Count - at);
                break;
            case 6:
                input.InsertRange(at, Pick().Skip(random.Next(32)).Take(64));
                break;
            default:
                WriteEdge(input, at);
                break;
        }
    }

    private void WriteEdge(List<byte> input, int at)
    {
        Span<byte> edge = stackalloc byte[sizeof(uint)];
        var value = Edges[random.Next(Edges.Length)];
        if (random.Next(2) == 0)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(edge, value);
        }
        else
        {
            BinaryPrimitives.WriteUInt32BigEndian(edge, value);
        }

        for (var index = 0; index < edge.Length && at + index < input.Count; index++)
        {
            input[at + index] = edge[index];
        }
    }
}

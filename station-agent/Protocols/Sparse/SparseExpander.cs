using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Espero.Station.Protocols.Sparse;

/// <summary>Turns a sparse image back into the bytes it stands for, through one pooled buffer.</summary>
public static class SparseExpander
{
    private const int BufferBytes = 1 << 20;

    /// <summary>Expands <paramref name="sparse"/> into <paramref name="write"/>; what it does not care about is not written.</summary>
    /// <param name="maxLengthBytes">Room at the target: a longer image is refused before the first write.</param>
    /// <returns>The length of the expanded image in bytes.</returns>
    /// <exception cref="SparseFormatException">Malformed, cut short, or longer than <paramref name="maxLengthBytes"/>.</exception>
    public static async ValueTask<long> ExpandAsync(
        Stream sparse, long maxLengthBytes, SparseWrite write, CancellationToken cancellationToken)
    {
        var reader = await SparseReader.OpenAsync(sparse, cancellationToken);
        if (reader.Header.LengthBytes > maxLengthBytes)
        {
            throw new SparseFormatException($"an image of {reader.Header.LengthBytes} bytes for {maxLengthBytes} bytes of room.");
        }

        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            while (await reader.ReadChunkAsync(cancellationToken) is { } chunk)
            {
                // The checksum is passed over, as fastbootd does: the image was verified by hash long before.
                await (chunk.Kind switch
                {
                    SparseChunkKind.Raw => CopyAsync(reader, chunk, buffer, write, cancellationToken),
                    SparseChunkKind.Fill => FillAsync(chunk, buffer, write, cancellationToken),
                    SparseChunkKind.DontCare or SparseChunkKind.Crc32 => ValueTask.CompletedTask,
                });
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return reader.Header.LengthBytes;
    }

    private static async ValueTask CopyAsync(
        SparseReader reader, SparseChunk chunk, byte[] buffer, SparseWrite write, CancellationToken cancellationToken)
    {
        var offsetBytes = chunk.OffsetBytes;
        while (await reader.ReadRawAsync(buffer, cancellationToken) is > 0 and var length)
        {
            await write(offsetBytes, buffer.AsMemory(0, length), cancellationToken);
            offsetBytes += length;
        }
    }

    private static async ValueTask FillAsync(SparseChunk chunk, byte[] buffer, SparseWrite write, CancellationToken cancellationToken)
    {
        Paint(buffer.AsSpan(0, (int)Math.Min(BufferBytes, chunk.LengthBytes)), chunk.Word);
        var endBytes = chunk.OffsetBytes + chunk.LengthBytes;
        for (var offsetBytes = chunk.OffsetBytes; offsetBytes < endBytes; offsetBytes += BufferBytes)
        {
            var length = (int)Math.Min(BufferBytes, endBytes - offsetBytes);
            await write(offsetBytes, buffer.AsMemory(0, length), cancellationToken);
        }
    }

    // Every block size is a multiple of four, so the pattern never ends in the middle.
    private static void Paint(Span<byte> bytes, uint word)
    {
        var pattern = BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word);
        MemoryMarshal.Cast<byte, uint>(bytes).Fill(pattern);
    }
}

using System.Buffers;
using Espero.Station.Protocols.Sparse;
using Microsoft.Win32.SafeHandles;

namespace Espero.VirtualPhone.Storage;

/// <summary>Writes an image over a partition. What the image does not reach, or does not care about, stays as it was.</summary>
internal static class PartitionFlasher
{
    private const int BufferBytes = 1 << 20;

    public static async ValueTask<FlashVerdict> WriteAsync(Stream image, SafeFileHandle partition, CancellationToken cancellationToken)
    {
        var start = new byte[SparseHeader.Bytes];
        var known = await image.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken);
        image.Position = 0;

        var isSparse = SparseHeader.Begins(start.AsSpan(0, known));
        var room = RandomAccess.GetLength(partition);
        if ((isSparse ? SparseHeader.Parse(start.AsSpan(0, known)).LengthBytes : image.Length) > room)
        {
            return FlashVerdict.ImageTooBig;
        }

        await (isSparse ? ExpandAsync(image, partition, room, cancellationToken) : CopyAsync(image, partition, cancellationToken));
        return FlashVerdict.Written;
    }

    private static async Task ExpandAsync(Stream image, SafeFileHandle partition, long room, CancellationToken cancellationToken)
    {
        var scratch = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            await SparseExpander.ExpandAsync(image, room, Write, cancellationToken);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(scratch);
        }

        ValueTask Write(long offsetBytes, ReadOnlyMemory<byte> bytes, CancellationToken token)
        {
            Put(partition, offsetBytes, bytes.Span, scratch);
            return ValueTask.CompletedTask;
        }
    }

    private static async Task CopyAsync(Stream image, SafeFileHandle partition, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            var offsetBytes = 0L;
            while (await image.ReadAsync(buffer, cancellationToken) is > 0 and var length)
            {
                RandomAccess.Write(partition, buffer.AsSpan(0, length), offsetBytes);
                offsetBytes += length;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // Zeros over a hole leave the hole: an image's gigabytes of zero fill would otherwise cost real disk.
    private static void Put(SafeFileHandle partition, long offsetBytes, ReadOnlySpan<byte> bytes, byte[] scratch)
    {
        if (bytes.ContainsAnyExcept((byte)0) || !IsZero(partition, offsetBytes, bytes.Length, scratch))
        {
            RandomAccess.Write(partition, bytes, offsetBytes);
        }
    }

    private static bool IsZero(SafeFileHandle partition, long offsetBytes, int length, byte[] scratch)
    {
        while (length > 0)
        {
            var read = RandomAccess.Read(partition, scratch.AsSpan(0, Math.Min(length, scratch.Length)), offsetBytes);
            if (read == 0 || scratch.AsSpan(0, read).ContainsAnyExcept((byte)0))
            {
                return false;
            }

            offsetBytes += read;
            length -= read;
        }

        return true;
    }
}

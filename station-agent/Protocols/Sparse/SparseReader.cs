using System.Buffers.Binary;

namespace Espero.Station.Protocols.Sparse;

/// <summary>
/// Reads a sparse image from a stream, chunk by chunk. It believes no size it has not checked and allocates the same few
/// bytes whatever the headers claim. One owner at a time; the stream stays the caller's.
/// </summary>
public sealed class SparseReader
{
    private const int ScratchBytes = 4096;
    private readonly Stream _stream;
    private readonly byte[] _scratch;
    private readonly SparseTally _tally;
    private long _rawLeftBytes;

    private SparseReader(Stream stream, SparseHeader header, byte[] scratch)
    {
        _stream = stream;
        _scratch = scratch;
        _tally = new SparseTally(header);
        Header = header;
    }

    public SparseHeader Header { get; }

    /// <summary>Reads the header; the stream then stands before the first chunk.</summary>
    /// <exception cref="SparseFormatException">The header is missing, cut short or impossible.</exception>
    public static async ValueTask<SparseReader> OpenAsync(Stream stream, CancellationToken cancellationToken)
    {
        var scratch = new byte[ScratchBytes];
        await ReadExactlyAsync(stream, scratch.AsMemory(0, SparseHeader.Bytes), cancellationToken);
        var header = SparseHeader.Parse(scratch);
        await ReadExactlyAsync(stream, scratch.AsMemory(0, header.HeaderBytes - SparseHeader.Bytes), cancellationToken);
        return new SparseReader(stream, header, scratch);
    }

    /// <summary>
    /// The next chunk, or null after the last. The bytes of a raw chunk are taken with <see cref="ReadRawAsync"/>; those not
    /// taken are passed over. Bytes after the last chunk are left alone.
    /// </summary>
    /// <exception cref="SparseFormatException">The image is cut short, or its chunks do not add up to its header.</exception>
    public async ValueTask<SparseChunk?> ReadChunkAsync(CancellationToken cancellationToken)
    {
        await SkipRawAsync(cancellationToken);
        if (_tally.IsComplete)
        {
            return null;
        }

        await ReadExactlyAsync(_stream, _scratch.AsMemory(0, Header.ChunkHeaderBytes), cancellationToken);
        var chunk = SparseChunkHeader.Parse(_scratch, Header);
        var offsetBytes = (long)_tally.Add(chunk) * Header.BlockSizeBytes;
        var word = chunk.Kind is SparseChunkKind.Fill or SparseChunkKind.Crc32 ? await ReadWordAsync(cancellationToken) : 0;
        var lengthBytes = (long)chunk.Blocks * Header.BlockSizeBytes;
        _rawLeftBytes = chunk.Kind == SparseChunkKind.Raw ? lengthBytes : 0;
        return new SparseChunk(chunk.Kind, offsetBytes, lengthBytes, word);
    }

    /// <summary>Takes the next bytes of the raw chunk just read: as many as fit, 0 once all are taken.</summary>
    /// <exception cref="SparseFormatException">The image is cut short.</exception>
    public async ValueTask<int> ReadRawAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var wanted = (int)Math.Min(buffer.Length, _rawLeftBytes);
        await ReadExactlyAsync(_stream, buffer[..wanted], cancellationToken);
        _rawLeftBytes -= wanted;
        return wanted;
    }

    private async ValueTask SkipRawAsync(CancellationToken cancellationToken)
    {
        while (await ReadRawAsync(_scratch, cancellationToken) > 0)
        {
        }
    }

    private async ValueTask<uint> ReadWordAsync(CancellationToken cancellationToken)
    {
        await ReadExactlyAsync(_stream, _scratch.AsMemory(0, SparseChunkHeader.PatternBytes), cancellationToken);
        return BinaryPrimitives.ReadUInt32LittleEndian(_scratch);
    }

    private static async ValueTask ReadExactlyAsync(Stream stream, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var read = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        if (read < buffer.Length)
        {
            throw new SparseFormatException("the end of the file in the middle.");
        }
    }
}

using System.Buffers.Binary;
using Espero.Station.Protocols.Sparse;

namespace Espero.Station.Protocols.Images;

/// <summary>A sparse image as its own chunks, without expanding or even reading what is in them.</summary>
internal sealed class SparseImageRuns : IImageRuns
{
    private readonly ImageFile _file;
    private readonly SparseHeader _header;
    private readonly SparseTally _tally;
    private long _offsetBytes;

    public SparseImageRuns(ImageFile file)
    {
        _file = file;
        Span<byte> bytes = stackalloc byte[SparseHeader.Bytes];
        Read(bytes, 0);
        _header = SparseHeader.Parse(bytes);
        _tally = new SparseTally(_header);
        _offsetBytes = _header.HeaderBytes;
    }

    public int BlockSizeBytes => _header.BlockSizeBytes;

    public uint TotalBlocks => _header.TotalBlocks;

    public bool TryRead(out ImageRun run)
    {
        while (!_tally.IsComplete)
        {
            run = ReadChunk();
            if (run.Blocks > 0)
            {
                return true;
            }
        }

        run = default;
        return false;
    }

    // A checksum of the whole cannot stand in a part; it counts no blocks and falls away with the empty chunks.
    private ImageRun ReadChunk()
    {
        Span<byte> bytes = stackalloc byte[SparseChunkHeader.Bytes];
        Read(bytes, _offsetBytes);
        var chunk = SparseChunkHeader.Parse(bytes, _header);
        var payload = _offsetBytes + _header.ChunkHeaderBytes;
        _offsetBytes += chunk.TotalBytes;
        if (_offsetBytes > _file.LengthBytes)
        {
            throw new SparseFormatException("the end of the file in the middle.");
        }

        var word = chunk.Kind == SparseChunkKind.Fill ? ReadWord(payload) : 0;
        return new ImageRun(chunk.Kind, _tally.Add(chunk), chunk.Blocks, payload, word);
    }

    private uint ReadWord(long offsetBytes)
    {
        Span<byte> bytes = stackalloc byte[SparseChunkHeader.PatternBytes];
        Read(bytes, offsetBytes);
        return BinaryPrimitives.ReadUInt32LittleEndian(bytes);
    }

    private void Read(Span<byte> bytes, long offsetBytes)
    {
        if (offsetBytes + bytes.Length > _file.LengthBytes)
        {
            throw new SparseFormatException("the end of the file in the middle.");
        }

        _file.ReadExactly(bytes, offsetBytes);
    }
}

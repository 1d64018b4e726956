using System.Buffers.Binary;
using Espero.Station.Protocols.Fastboot;
using Espero.Station.Protocols.Sparse;

namespace Espero.Station.Protocols.Images;

/// <summary>One part of an image, written out as a sparse image while it is read: headers made on the fly, data from the file.</summary>
internal sealed class ImagePart : IDownloadSource
{
    // The longest thing made in one go: a skip, and a chunk header with its pattern.
    private const int MaxHeadBytes = SparseChunkHeader.Bytes + SparseChunkHeader.Bytes + SparseChunkHeader.PatternBytes;
    private readonly ImageFile _file;
    private readonly int _blockSizeBytes;
    private readonly uint _totalBlocks;
    private readonly List<ImageRun> _runs;

    private readonly byte[] _head = new byte[MaxHeadBytes];
    private int _headBegin;
    private int _headEnd;
    private int _next;
    private uint _block;
    private long _rawOffsetBytes;
    private long _rawLeftBytes;

    /// <param name="runs">At least one; stays the splitter's, which changes it only for the next part.</param>
    public ImagePart(ImageFile file, int blockSizeBytes, uint totalBlocks, List<ImageRun> runs)
    {
        _file = file;
        _blockSizeBytes = blockSizeBytes;
        _totalBlocks = totalBlocks;
        _runs = runs;

        var (chunks, sizeBytes) = Measure();
        SizeBytes = sizeBytes;
        new SparseHeader(blockSizeBytes, totalBlocks, chunks).Write(_head);
        _headEnd = SparseHeader.Bytes;
    }

    public long SizeBytes { get; }

    /// <summary>How far into the image this part reaches, from 0 to 1.</summary>
    public double ReachesTo => (double)_runs[^1].EndBlock / _totalBlocks;

    public ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Read(buffer.Span));

    private int Read(Span<byte> buffer)
    {
        var filled = 0;
        while (filled < buffer.Length && HasMore())
        {
            filled += _headBegin < _headEnd ? ReadHead(buffer[filled..]) : ReadRaw(buffer[filled..]);
        }

        return filled;
    }

    private bool HasMore() => _headBegin < _headEnd || _rawLeftBytes > 0 || TryBeginChunk();

    private int ReadHead(Span<byte> buffer)
    {
        var length = Math.Min(buffer.Length, _headEnd - _headBegin);
        _head.AsSpan(_headBegin, length).CopyTo(buffer);
        _headBegin += length;
        if (_headBegin == _headEnd)
        {
            _headBegin = _headEnd = 0;
        }

        return length;
    }

    private int ReadRaw(Span<byte> buffer)
    {
        buffer = buffer[..(int)Math.Min(buffer.Length, _rawLeftBytes)];
        var inFile = buffer[..(int)Math.Clamp(_file.LengthBytes - _rawOffsetBytes, 0, buffer.Length)];
        _file.ReadExactly(inFile, _rawOffsetBytes);
        buffer[inFile.Length..].Clear(); // the last block of a raw image whose size is no multiple of a block
        _rawOffsetBytes += buffer.Length;
        _rawLeftBytes -= buffer.Length;
        return buffer.Length;
    }

    private bool TryBeginChunk()
    {
        if (_next == _runs.Count)
        {
            return TrySkipTo(_totalBlocks);
        }

        var run = _runs[_next++];
        TrySkipTo(run.FirstBlock);
        _block = run.EndBlock;
        if (run.Kind == SparseChunkKind.Fill)
        {
            PutHead(SparseChunkKind.Fill, run.Blocks, SparseChunkHeader.PatternBytes);
            BinaryPrimitives.WriteUInt32LittleEndian(_head.AsSpan(_headEnd), run.Word);
            _headEnd += SparseChunkHeader.PatternBytes;
            return true;
        }

        (_rawOffsetBytes, _rawLeftBytes) = (run.FileOffsetBytes, (long)run.Blocks * _blockSizeBytes);
        PutHead(SparseChunkKind.Raw, run.Blocks, _rawLeftBytes);
        return true;
    }

    private bool TrySkipTo(uint block)
    {
        if (_block == block)
        {
            return false;
        }

        PutHead(SparseChunkKind.DontCare, block - _block, 0);
        _block = block;
        return true;
    }

    private void PutHead(SparseChunkKind kind, uint blocks, long payloadBytes)
    {
        new SparseChunkHeader(kind, blocks, (uint)(SparseChunkHeader.Bytes + payloadBytes)).Write(_head.AsSpan(_headEnd));
        _headEnd += SparseChunkHeader.Bytes;
    }

    private (uint Chunks, long SizeBytes) Measure()
    {
        var chunks = 0U;
        var sizeBytes = (long)SparseHeader.Bytes;
        var block = 0U;
        foreach (var run in _runs)
        {
            Skip(run.FirstBlock);
            chunks++;
            sizeBytes += SparseChunkHeader.Bytes
                + (run.Kind == SparseChunkKind.Fill ? SparseChunkHeader.PatternBytes : (long)run.Blocks * _blockSizeBytes);
            block = run.EndBlock;
        }

        Skip(_totalBlocks);
        return (chunks, sizeBytes);

        void Skip(uint to)
        {
            if (block < to)
            {
                chunks++;
                sizeBytes += SparseChunkHeader.Bytes;
            }
        }
    }
}

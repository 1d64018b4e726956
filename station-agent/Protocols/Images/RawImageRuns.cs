using System.Numerics;
using Espero.Station.Protocols.Sparse;

namespace Espero.Station.Protocols.Images;

/// <summary>
/// A raw image as runs of data and of zeros. To know a download's size before it is sent, zeros must be found beforehand,
/// and reading a file twice costs more than it saves; so only one block of every window is looked at, and a window is read
/// through only where that block is zero. Zero runs of two windows or more are never missed; shorter ones may go as data.
/// </summary>
internal sealed class RawImageRuns : IImageRuns
{
    private const int BlockBytes = 4096;

    // One bit of a window's map per block.
    private const int WindowBlocks = 64;
    private const int WindowBytes = WindowBlocks * BlockBytes;
    private const ulong NoZeros = 0;

    private readonly ImageFile _file;
    private readonly byte[] _window = new byte[WindowBytes];
    private ulong _zeroBlocks;
    private long _mappedWindow = -1;
    private uint _block;

    /// <param name="file">At most 2^32-1 blocks; the last block is filled up with zeros if it is short.</param>
    public RawImageRuns(ImageFile file)
    {
        _file = file;
        TotalBlocks = checked((uint)((file.LengthBytes + BlockBytes - 1) / BlockBytes));
    }

    public int BlockSizeBytes => BlockBytes;

    public uint TotalBlocks { get; }

    public bool TryRead(out ImageRun run)
    {
        var firstBlock = _block;
        var isZero = firstBlock < TotalBlocks && IsZero(firstBlock);
        while (_block < TotalBlocks && _block - firstBlock < ImageSplitter.MaxChunkBlocks && IsZero(_block) == isZero)
        {
            _block += Math.Min(EqualBlocksFrom(_block), TotalBlocks - _block);
        }

        var blocks = Math.Min(_block - firstBlock, ImageSplitter.MaxChunkBlocks);
        _block = firstBlock + blocks;
        run = new ImageRun(
            isZero ? SparseChunkKind.Fill : SparseChunkKind.Raw, firstBlock, blocks, (long)firstBlock * BlockBytes, Word: 0);
        return blocks > 0;
    }

    private bool IsZero(uint block)
    {
        Map(block / WindowBlocks);
        return (_zeroBlocks >> (int)(block % WindowBlocks) & 1) == 1;
    }

    // How many blocks from this one to the end of its window are like it.
    private uint EqualBlocksFrom(uint block)
    {
        var from = (int)(block % WindowBlocks);
        var bits = _zeroBlocks >> from;
        var equal = BitOperations.TrailingZeroCount((bits & 1) == 1 ? ~bits : bits);
        return (uint)Math.Min(equal, WindowBlocks - from);
    }

    private void Map(long window)
    {
        if (window == _mappedWindow)
        {
            return;
        }

        _mappedWindow = window;
        var probe = _window.AsSpan(0, BlockBytes);
        ReadPadded(window * WindowBytes, probe);
        _zeroBlocks = NoZeros;
        if (probe.ContainsAnyExcept((byte)0))
        {
            return;
        }

        ReadPadded(window * WindowBytes, _window);
        for (var block = 0; block < WindowBlocks; block++)
        {
            var isZero = !_window.AsSpan(block * BlockBytes, BlockBytes).ContainsAnyExcept((byte)0);
            _zeroBlocks |= (isZero ? 1UL : 0UL) << block;
        }
    }

    private void ReadPadded(long offsetBytes, Span<byte> bytes)
    {
        var inFile = bytes[..(int)Math.Min(bytes.Length, _file.LengthBytes - offsetBytes)];
        _file.ReadExactly(inFile, offsetBytes);
        bytes[inFile.Length..].Clear();
    }
}

namespace Espero.Station.Protocols.Sparse;

/// <summary>Counts chunks and blocks while an image is read, so that no reader goes past what its header announced.</summary>
internal sealed class SparseTally(SparseHeader header)
{
    private uint _chunks;
    private uint _blocks;

    /// <summary>Whether all chunks were met.</summary>
    /// <exception cref="SparseFormatException">They were, and their blocks do not add up to the header's.</exception>
    public bool IsComplete =>
        _chunks == header.TotalChunks
        && (_blocks == header.TotalBlocks
            ? true
            : throw new SparseFormatException($"{_blocks} blocks where the header says {header.TotalBlocks}."));

    /// <summary>Counts one chunk, and gives the block it begins at.</summary>
    /// <exception cref="SparseFormatException">It reaches past the image's end.</exception>
    public uint Add(SparseChunkHeader chunk)
    {
        if (chunk.Blocks > header.TotalBlocks - _blocks)
        {
            throw new SparseFormatException($"more blocks than the {header.TotalBlocks} of the header.");
        }

        var firstBlock = _blocks;
        _blocks += chunk.Blocks;
        _chunks++;
        return firstBlock;
    }
}

using Espero.Station.Protocols.Sparse;

namespace Espero.Station.Protocols.Images;

/// <summary>Neighbouring blocks of an image that can travel as one sparse chunk.</summary>
/// <param name="Kind">Raw, Fill or DontCare; never a checksum.</param>
/// <param name="FirstBlock">Where it belongs in the expanded image.</param>
/// <param name="FileOffsetBytes">Where the bytes of a raw run begin in the image's file.</param>
/// <param name="Word">The pattern of a fill.</param>
internal readonly record struct ImageRun(SparseChunkKind Kind, uint FirstBlock, uint Blocks, long FileOffsetBytes, uint Word)
{
    public uint EndBlock => FirstBlock + Blocks;

    public ImageRun Head(uint blocks) => this with { Blocks = blocks };

    public ImageRun Tail(uint blocks, int blockSizeBytes) => this with
    {
        FirstBlock = FirstBlock + blocks,
        Blocks = Blocks - blocks,
        FileOffsetBytes = FileOffsetBytes + ((long)blocks * blockSizeBytes),
    };
}

namespace Espero.Station.Protocols.Sparse;

/// <summary>One chunk as <see cref="SparseReader"/> met it.</summary>
/// <param name="OffsetBytes">Where it begins in the expanded image.</param>
/// <param name="LengthBytes">How many bytes of the expanded image it stands for; 0 for a checksum.</param>
/// <param name="Word">The pattern of a fill (little-endian) or the checksum; 0 otherwise.</param>
public readonly record struct SparseChunk(SparseChunkKind Kind, long OffsetBytes, long LengthBytes, uint Word);

namespace Espero.Station.Protocols.Sparse;

/// <summary>What a chunk says about its blocks; the numbers are the wire's (AOSP libsparse/sparse_format.h).</summary>
public enum SparseChunkKind : ushort
{
    /// <summary>The blocks follow as they are.</summary>
    Raw = 0xCAC1,

    /// <summary>The blocks repeat one four-byte pattern.</summary>
    Fill = 0xCAC2,

    /// <summary>The blocks keep what they hold.</summary>
    DontCare = 0xCAC3,

    /// <summary>No blocks: the checksum of everything before.</summary>
    Crc32 = 0xCAC4,
}

namespace Espero.VirtualPhone.Storage;

/// <summary>What became of a write to a partition.</summary>
internal enum FlashVerdict
{
    Written,

    /// <summary>The image is longer than the partition; nothing was written.</summary>
    ImageTooBig,

    /// <summary>The image begins like a sparse one but contradicts itself; its beginning may be written, as on real phones.</summary>
    ImageMalformed,

    /// <summary>The store's disk is full or broken.</summary>
    StoreFailed,
}

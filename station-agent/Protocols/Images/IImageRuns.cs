namespace Espero.Station.Protocols.Images;

/// <summary>An image as a sequence of runs, met once from front to back. It holds no more of the image than one window.</summary>
internal interface IImageRuns
{
    int BlockSizeBytes { get; }

    uint TotalBlocks { get; }

    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="Sparse.SparseFormatException">The file says it is sparse and contradicts itself.</exception>
    bool TryRead(out ImageRun run);
}

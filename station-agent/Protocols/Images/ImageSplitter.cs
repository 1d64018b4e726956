using Espero.Station.Protocols.Sparse;

namespace Espero.Station.Protocols.Images;

/// <summary>
/// Cuts an image into parts that each fit one download, the way AOSP's libsparse does (sparse.cpp): every part is a whole
/// sparse image of the full length that skips what the other parts bring. Only the plan of one part is in memory at a time.
/// </summary>
internal sealed class ImageSplitter(ImageFile file, IImageRuns runs, long limitBytes)
{
    // libsparse never writes a larger chunk, so bootloaders have never met one.
    public const uint MaxChunkBlocks = 65535;

    // Bounds the plan, however finely an image is cut up.
    private const int MaxRunsPerPart = 16384;
    private const int FillBytes = SparseChunkHeader.Bytes + SparseChunkHeader.PatternBytes;
    private const int SkipBytes = SparseChunkHeader.Bytes;

    // The image header and the skips before and after.
    private const int FrameBytes = SparseHeader.Bytes + SkipBytes + SkipBytes;

    private readonly List<ImageRun> _planned = [];
    private ImageRun? _rest;

    /// <summary>The smallest download that one block fits into.</summary>
    public static long SmallestLimitBytes(int blockSizeBytes) => FrameBytes + SkipBytes + SparseChunkHeader.Bytes + blockSizeBytes;

    /// <summary>Plans the next part; null after the last. A part is used up before the next is planned.</summary>
    public ImagePart? Next()
    {
        var left = limitBytes - FrameBytes;
        _planned.Clear();
        while (_planned.Count < MaxRunsPerPart && TryTake(out var run) && TryFit(ref left, run))
        {
        }

        return _planned.Count > 0 ? new ImagePart(file, runs.BlockSizeBytes, runs.TotalBlocks, _planned) : null;
    }

    private bool TryTake(out ImageRun run)
    {
        do
        {
            if (_rest is { } rest)
            {
                (run, _rest) = (rest, null);
            }
            else if (!runs.TryRead(out run))
            {
                return false;
            }
        }
        while (run.Kind == SparseChunkKind.DontCare);

        return true;
    }

    private bool TryFit(ref long left, ImageRun run)
    {
        var skip = _planned.Count > 0 && _planned[^1].EndBlock < run.FirstBlock ? SkipBytes : 0;
        var fits = run.Kind == SparseChunkKind.Fill
            ? left >= skip + FillBytes ? run.Blocks : 0
            : Math.Max(0, (left - skip - SparseChunkHeader.Bytes) / runs.BlockSizeBytes);
        var blocks = (uint)Math.Min(Math.Min(fits, run.Blocks), MaxChunkBlocks);
        if (blocks < run.Blocks)
        {
            _rest = run.Tail(blocks, runs.BlockSizeBytes);
        }

        if (blocks == 0)
        {
            return false;
        }

        _planned.Add(run.Head(blocks));
        left -= skip + (run.Kind == SparseChunkKind.Fill ? FillBytes : SparseChunkHeader.Bytes + ((long)blocks * runs.BlockSizeBytes));
        return true;
    }
}

namespace Espero.Benchmarks.Measuring;

/// <summary>An image that does not compress and has no zero blocks, so that every byte travels.</summary>
internal static class RandomImage
{
    private const int Seed = 20260812;
    private const int ChunkBytes = 1 << 20;

    public static void Write(string path, long sizeBytes)
    {
        var random = new Random(Seed);
        var chunk = new byte[ChunkBytes];
        using var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, preallocationSize: sizeBytes);
        for (var offset = 0L; offset < sizeBytes; offset += chunk.Length)
        {
            random.NextBytes(chunk);
            RandomAccess.Write(file, chunk.AsSpan(0, (int)Math.Min(chunk.Length, sizeBytes - offset)), offset);
        }
    }
}

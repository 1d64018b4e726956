using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace Espero.EndToEnd.Tests.Site;

/// <summary>
/// What is in a partition file, without reading the gigabytes that were never written: a hash over every block that is not zero
/// and its place.
/// </summary>
internal static class WrittenBlocks
{
    private const int BlockBytes = 4096;

    // lseek(2)
    private const int SeekData = 3;
    private const int SeekHole = 4;

    /// <summary>Equal exactly when the files have the same length and the same bytes.</summary>
    public static string HashOf(string path)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var file = File.OpenHandle(path);
        hash.AppendData(BitConverter.GetBytes(RandomAccess.GetLength(file)));
        foreach (var (offset, block) in NotZero(file))
        {
            hash.AppendData(BitConverter.GetBytes(offset));
            hash.AppendData(block);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Whether every byte reads as zero.</summary>
    public static bool AreNone(string path)
    {
        using var file = File.OpenHandle(path);
        return !NotZero(file).Any();
    }

    /// <summary>Whether the file begins with the image and holds nothing after it.</summary>
    public static bool AreExactly(string path, byte[] image)
    {
        using var file = File.OpenHandle(path);
        var found = new byte[image.Length];
        return RandomAccess.Read(file, found, 0) == image.Length
            && found.AsSpan().SequenceEqual(image)
            && !NotZero(file).Any(block => block.Offset >= image.Length);
    }

    private static IEnumerable<(long Offset, byte[] Bytes)> NotZero(SafeFileHandle file)
    {
        var length = RandomAccess.GetLength(file);
        var end = 0L;
        while (end < length && Seek(file, end, SeekData) is >= 0 and var start)
        {
            end = Seek(file, start, SeekHole);
            for (var offset = start / BlockBytes * BlockBytes; offset < end; offset += BlockBytes)
            {
                var block = new byte[Math.Min(BlockBytes, length - offset)];
                RandomAccess.Read(file, block, offset);
                if (block.AsSpan().ContainsAnyExcept((byte)0))
                {
                    yield return (offset, block);
                }
            }
        }
    }

    [DllImport("libc", EntryPoint = "lseek")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern long Seek(SafeFileHandle file, long offset, int whence);
}

namespace Espero.VirtualPhone.Tests.Doubles;

/// <summary>Contents of images and partition files.</summary>
internal static class Bytes
{
    private const int MiB = 1 << 20;

    /// <summary>Bytes that look like nothing and are the same in every run.</summary>
    public static byte[] Random(int length, int seed = 1)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    /// <summary>Asserts that a partition's file holds exactly these bytes, and zeros after them.</summary>
    public static void AssertHolds(string partitionPath, ReadOnlySpan<byte> expected)
    {
        using var file = File.OpenRead(partitionPath);
        var found = new byte[expected.Length];
        file.ReadExactly(found);
        Assert.True(expected.SequenceEqual(found), $"{partitionPath} differs within its first {expected.Length} bytes.");

        var rest = new byte[MiB];
        while (file.Read(rest) is > 0 and var length)
        {
            Assert.False(rest.AsSpan(0, length).ContainsAnyExcept((byte)0), $"{partitionPath} has more than the image.");
        }
    }
}

using System.Security.Cryptography;
using Espero.Station.Recipes.Builds;

namespace Espero.Cli.Fetching;

/// <summary>Says what a file really is.</summary>
internal static class FileMeasure
{
    private const int BufferBytes = 1 << 20;

    public static async Task<ImageFile> OfAsync(string path, CancellationToken cancellationToken)
    {
        var hash = await HashAsync(path, SHA256.HashDataAsync, cancellationToken);
        return new ImageFile(Path.GetFileName(path), (ulong)new FileInfo(path).Length, hash);
    }

    /// <summary>Whether it has the hash that its publisher states; one that states none is believed.</summary>
    public static async Task<bool> IsAsStatedAsync(string path, WantedFile file, CancellationToken cancellationToken) =>
        (file.Sha256 is not { } sha256 || sha256 == await HashAsync(path, SHA256.HashDataAsync, cancellationToken))
        && (file.Md5 is not { } md5 || md5 == await Md5Async(path, cancellationToken));

    private static async Task<string> HashAsync(
        string path, Func<Stream, CancellationToken, ValueTask<byte[]>> hash, CancellationToken cancellationToken)
    {
        await using var stream = new FileStream(
            path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferBytes, FileOptions.Asynchronous | FileOptions.SequentialScan);
        return Convert.ToHexStringLower(await hash(stream, cancellationToken));
    }

    // All that some sources state; it finds what was spoilt on the way, and nobody who means harm.
    private static Task<string> Md5Async(string path, CancellationToken cancellationToken) =>
        HashAsync(path, (stream, token) => CryptographicOperations.HashDataAsync(HashAlgorithmName.MD5, stream, token), cancellationToken);
}

using System.Buffers;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace Espero.Orchestrator.Catalog;

/// <summary>The files of builds on disk, named by their hash: a file under its name is whole and right, always.</summary>
internal sealed class FileStore
{
    private const int BufferBytes = 1 << 20;

    // errno(3): no space left, quota exceeded; and what .NET reports when it cannot reserve the space beforehand.
    private static readonly int[] DiskFullCodes = [28, 122, unchecked((int)0x80070070)];

    private readonly CatalogOptions _options;
    private readonly string _folder;

    public FileStore(IOptions<CatalogOptions> options)
    {
        _options = options.Value;
        _folder = Path.GetFullPath(_options.FilesFolder);
        Directory.CreateDirectory(_folder);
        foreach (var part in Directory.EnumerateFiles(_folder, "*.part"))
        {
            File.Delete(part); // of an upload that a stop of this program cut
        }
    }

    /// <summary>Null when it is not here.</summary>
    public FileInfo? Find(FileHash hash)
    {
        var file = new FileInfo(PathOf(hash));
        return file.Exists ? file : null;
    }

    /// <summary>Takes a file in. It gets its name only when its bytes have that hash and are on the disk.</summary>
    /// <param name="announcedBytes">How long it says it is; null when it does not say.</param>
    public async Task<StoreResult> StoreAsync(FileHash hash, Stream content, long? announcedBytes, CancellationToken cancellationToken)
    {
        if (Find(hash) is { } here)
        {
            return new StoreResult.AlreadyHere(here.Length);
        }

        if (announcedBytes > _options.MaxFileBytes)
        {
            return new StoreResult.TooLarge(_options.MaxFileBytes);
        }

        if (!HasRoomFor(announcedBytes ?? 0))
        {
            return new StoreResult.DiskFull();
        }

        var part = Path.Combine(_folder, $"{hash}.{Guid.CreateVersion7():n}.part");
        try
        {
            var result = await WriteAsync(part, hash, content, cancellationToken);
            if (result is StoreResult.Stored)
            {
                File.Move(part, PathOf(hash), overwrite: true);
            }

            return result;
        }
        catch (IOException e) when (DiskFullCodes.Contains(e.HResult))
        {
            return new StoreResult.DiskFull();
        }
        finally
        {
            File.Delete(part); // nothing is there when it got its name
        }
    }

    private async Task<StoreResult> WriteAsync(string part, FileHash hash, Stream content, CancellationToken cancellationToken)
    {
        using var sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            long sizeBytes = 0;
            while (await content.ReadAsync(buffer, cancellationToken) is > 0 and var length)
            {
                sizeBytes += length;
                if (sizeBytes > _options.MaxFileBytes)
                {
                    return new StoreResult.TooLarge(_options.MaxFileBytes);
                }

                sha256.AppendData(buffer, 0, length);
                await file.WriteAsync(buffer.AsMemory(0, length), cancellationToken);
            }

            var found = Convert.ToHexStringLower(sha256.GetHashAndReset());
            if (found != hash.Text)
            {
                return new StoreResult.WrongHash(hash.Text, found);
            }

            file.Flush(flushToDisk: true);
            return new StoreResult.Stored(sizeBytes);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private bool HasRoomFor(long sizeBytes) =>
        new DriveInfo(_folder).AvailableFreeSpace - _options.KeepFreeBytes >= sizeBytes;

    private string PathOf(FileHash hash) => Path.Combine(_folder, hash.Text);
}

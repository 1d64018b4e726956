using System.Buffers;

namespace Espero.Station.Images;

/// <summary>A file that the station makes itself: taken out of an archive, or written from a plan.</summary>
internal static class MadeFile
{
    /// <summary>Writes beside, hashing on the way, and only then gives the file its name. Takes no byte more than was announced.</summary>
    public static async Task<FetchedImage> WriteAsync(ImageFile file, string path, Stream content, CancellationToken cancellationToken)
    {
        var partPath = path + ".made";
        try
        {
            if (!await CopyAsync(file, partPath, content, cancellationToken))
            {
                return FetchedImage.Failed(
                    ImageFailure.Corrupt, $"What was made here does not have the {file.SizeBytes} bytes and the hash {file.Hash} of the plan.");
            }

            File.Move(partPath, path, overwrite: true);
            return FetchedImage.At(path);
        }
        catch (IOException full)
        {
            return FetchedImage.Failed(ImageFailure.DiskFull, full.Message);
        }
        finally
        {
            File.Delete(partPath);
        }
    }

    private static async Task<bool> CopyAsync(ImageFile file, string partPath, Stream content, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(ImageHash.BufferBytes);
        try
        {
            using var hash = new ImageHash();
            await using var made = File.Create(partPath);
            var writtenBytes = 0L;
            int length;
            while (writtenBytes <= file.SizeBytes && (length = await content.ReadAsync(buffer, cancellationToken)) > 0)
            {
                hash.Add(buffer.AsSpan(0, length));
                await made.WriteAsync(buffer.AsMemory(0, length), cancellationToken);
                writtenBytes += length;
            }

            return writtenBytes == file.SizeBytes && hash.Matches(file);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}

namespace Espero.Station.Images;

/// <summary>A file that the station makes itself: taken out of an archive, or written from a plan.</summary>
internal static class MadeFile
{
    /// <summary>Writes beside, checks size and hash, and only then gives the file its name.</summary>
    public static async Task<FetchedImage> WriteAsync(
        ImageFile file, string partPath, string path, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        try
        {
            await using (var made = new BoundedStream(File.Create(partPath), file.SizeBytes))
            {
                await write(made, cancellationToken);
                await made.FlushAsync(cancellationToken);
            }

            using var hash = new ImageHash();
            await using (var stream = File.OpenRead(partPath))
            {
                if (await hash.AddAllAsync(stream, cancellationToken) != file.SizeBytes || !hash.Matches(file))
                {
                    return FetchedImage.Failed(ImageFailure.Corrupt, $"What was made here does not have the hash {file.Hash}.");
                }
            }

            File.Move(partPath, path, overwrite: true);
            return FetchedImage.At(path);
        }
        catch (BoundedStream.OverflowException)
        {
            return FetchedImage.Failed(ImageFailure.Corrupt, $"What was made here is longer than {file.SizeBytes} bytes.");
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
}

using System.Collections.Concurrent;
using Espero.Station.Images;

namespace Espero.Station.Workbench;

/// <summary>The files of a folder that a person named, by hash. What unpack and write-file make lies in a folder of its own.</summary>
internal sealed class FolderImages(string folder, string made, Plan.V1.Plan plan, TimeProvider time) : IImageFiles
{
    private readonly ConcurrentDictionary<string, VerifiedImage> _verified = new(StringComparer.Ordinal);

    public long FreeBytes => new DriveInfo(Directory.CreateDirectory(made).FullName).AvailableFreeSpace;

    public string? PathOf(ImageFile file) => new[] { InFolder(file), InMade(file) }.FirstOrDefault(File.Exists);

    public long MissingBytes(ImageFile file) => PathOf(file) is null ? file.SizeBytes : 0;

    public async Task<FetchedImage> EnsureAsync(ImageFile file, CancellationToken cancellationToken)
    {
        if (PathOf(file) is not { } path)
        {
            return FetchedImage.Failed(ImageFailure.NotFound, $"The folder {folder} has no file {NameOf(file)}. Put it there and try again.");
        }

        var found = new FileInfo(path);
        if (_verified.TryGetValue(file.Hash, out var before) && before.LooksLike(found))
        {
            return FetchedImage.At(path);
        }

        using var hash = new ImageHash();
        await using var stream = File.OpenRead(path);
        if (await hash.AddAllAsync(stream, cancellationToken) != file.SizeBytes || !hash.Matches(file))
        {
            return FetchedImage.Failed(
                ImageFailure.Corrupt, $"The file {path} does not have the hash {file.Hash} that the plan wants. Fetch it again.");
        }

        _verified[file.Hash] = new VerifiedImage(time.GetTimestamp(), found.Length, found.LastWriteTimeUtc);
        return FetchedImage.At(path);
    }

    public Task<FetchedImage> KeepAsync(ImageFile file, Stream content, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(made);
        return MadeFile.WriteAsync(file, InMade(file), content, cancellationToken);
    }

    private string InFolder(ImageFile file) => Path.Combine(folder, NameOf(file));

    private string InMade(ImageFile file) => Path.Combine(made, file.Hash);

    private string NameOf(ImageFile file) => plan.Files.FirstOrDefault(named => named.Sha256.Equals(file.Sha256))?.Name ?? file.Hash;
}

namespace Espero.Station.Images;

/// <summary>Where files lie: by hash, in 256 folders, so that no folder grows long.</summary>
internal sealed class ImagePaths(string directory)
{
    public string Root { get; } = Directory.CreateDirectory(Path.Combine(directory, "sha256")).FullName;

    public string Of(ImageFile file)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Root, file.Hash[..2])).FullName;
        return Path.Combine(folder, file.Hash);
    }

    /// <summary>What has arrived so far; kept over restarts.</summary>
    public string PartOf(ImageFile file) => Of(file) + ".part";
}

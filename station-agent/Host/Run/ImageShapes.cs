using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.IO.Compression;
using Espero.Station.Images;
using Espero.Station.Protocols.Images;
using Espero.Station.Protocols.Sparse;
using Espero.Station.Recipes.Vocabulary;
using ImageFile = Espero.Station.Images.ImageFile;

namespace Espero.Station.Run;

/// <summary>
/// What the sparse images that are here become on the phone, each looked at from its first chunk to its last; and whether packages for
/// a recovery are whole.
/// </summary>
internal sealed class ImageShapes(IImageFiles images)
{
    // A file is named by its hash, so what was found of it once stays true; walking through its chunks at every look would not.
    private readonly ConcurrentDictionary<(string FileHash, bool IsPackage), Finding> _known = new();

    /// <summary>By file name: how large a sparse image becomes, and how a file contradicts itself.</summary>
    public (FrozenDictionary<string, ulong> UnpackedBytes, FrozenDictionary<string, string> Broken) Of(Plan.V1.Plan plan)
    {
        var packages = plan.AllSteps().Select(step => step.Sideload?.FileName).OfType<string>().ToHashSet(StringComparer.Ordinal);
        (string Name, Finding Found)[] files =
            [.. plan.Files.Select(file => (file.Name, Find(ImageFile.From(file), packages.Contains(file.Name))))];
        return (
            files.Where(file => file.Found.UnpackedBytes is not null)
                .ToFrozenDictionary(file => file.Name, file => file.Found.UnpackedBytes!.Value, StringComparer.Ordinal),
            files.Where(file => file.Found.Wrong is not null)
                .ToFrozenDictionary(file => file.Name, file => file.Found.Wrong!, StringComparer.Ordinal));
    }

    // A file that is not here yet, or cannot be read, is asked about again; writing it says exactly what is wrong.
    private Finding Find(ImageFile file, bool isPackage)
    {
        if (_known.TryGetValue((file.Hash, isPackage), out var known))
        {
            return known;
        }

        try
        {
            return images.PathOf(file) is { } path ? _known.GetOrAdd((file.Hash, isPackage), Look(path, isPackage)) : default;
        }
        catch (IOException)
        {
            return default;
        }
    }

    private static Finding Look(string path, bool isPackage)
    {
        try
        {
            if (isPackage)
            {
                ReadDirectory(path);
            }

            using var image = File.OpenHandle(path);
            return ImageShape.Of(image) is { IsSparse: true } shape ? new((ulong)shape.LengthBytes, Wrong: null) : default;
        }
        catch (Exception wrong) when (wrong is SparseFormatException or InvalidDataException)
        {
            return new(UnpackedBytes: null, wrong.Message);
        }
    }

    // At its end, so one that was cut has none.
    private static void ReadDirectory(string path)
    {
        using var package = ZipFile.OpenRead(path);
        _ = package.Entries.Count;
    }

    private readonly record struct Finding(ulong? UnpackedBytes, string? Wrong);
}

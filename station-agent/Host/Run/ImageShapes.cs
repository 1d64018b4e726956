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
/// <param name="UnpackedBytes">Of each, by file name.</param>
/// <param name="Broken">Those that contradict themselves, by file name, and how.</param>
internal sealed record ImageShapes(FrozenDictionary<string, ulong> UnpackedBytes, FrozenDictionary<string, string> Broken)
{
    public static ImageShapes Of(Plan.V1.Plan plan, IImageFiles images)
    {
        var bytes = new Dictionary<string, ulong>(StringComparer.Ordinal);
        var broken = new Dictionary<string, string>(StringComparer.Ordinal);
        var packages = plan.AllSteps().Select(step => step.Sideload?.FileName).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var file in plan.Files)
        {
            try
            {
                if (images.PathOf(ImageFile.From(file)) is not { } path)
                {
                    continue;
                }

                if (ShapeOf(path) is { IsSparse: true } shape)
                {
                    bytes[file.Name] = (ulong)shape.LengthBytes;
                }

                if (packages.Contains(file.Name))
                {
                    ReadDirectory(path);
                }
            }
            catch (Exception wrong) when (wrong is SparseFormatException or InvalidDataException)
            {
                broken[file.Name] = wrong.Message;
            }
            catch (IOException)
            {
                // Writing it says exactly what is wrong.
            }
        }

        return new ImageShapes(bytes.ToFrozenDictionary(StringComparer.Ordinal), broken.ToFrozenDictionary(StringComparer.Ordinal));
    }

    // At its end, so one that was cut has none.
    private static void ReadDirectory(string path)
    {
        using var package = ZipFile.OpenRead(path);
        _ = package.Entries.Count;
    }

    private static ImageShape ShapeOf(string path)
    {
        using var image = File.OpenHandle(path);
        return ImageShape.Of(image);
    }
}

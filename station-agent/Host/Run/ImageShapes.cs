using System.Collections.Frozen;
using Espero.Station.Images;
using Espero.Station.Protocols.Images;
using Espero.Station.Protocols.Sparse;
using ImageFile = Espero.Station.Images.ImageFile;

namespace Espero.Station.Run;

/// <summary>What the sparse images that are here become on the phone, each looked at from its first chunk to its last.</summary>
/// <param name="UnpackedBytes">Of each, by file name.</param>
/// <param name="Broken">Those that contradict themselves, by file name, and how.</param>
internal sealed record ImageShapes(FrozenDictionary<string, ulong> UnpackedBytes, FrozenDictionary<string, string> Broken)
{
    public static ImageShapes Of(Plan.V1.Plan plan, IImageFiles images)
    {
        var bytes = new Dictionary<string, ulong>(StringComparer.Ordinal);
        var broken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in plan.Files)
        {
            try
            {
                if (images.PathOf(ImageFile.From(file)) is { } path && ShapeOf(path) is { IsSparse: true } shape)
                {
                    bytes[file.Name] = (ulong)shape.LengthBytes;
                }
            }
            catch (SparseFormatException wrong)
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

    private static ImageShape ShapeOf(string path)
    {
        using var image = File.OpenHandle(path);
        return ImageShape.Of(image);
    }
}

using System.Collections.Frozen;
using Espero.Station.Images;
using Espero.Station.Protocols.Sparse;

namespace Espero.Station.Run;

/// <summary>How much the sparse images that are here become on the phone, by their headers.</summary>
internal static class UnpackedSizes
{
    public static FrozenDictionary<string, ulong> Of(Plan.V1.Plan plan, IImageFiles images) => plan.Files
        .Select(file => (file.Name, Bytes: Of(images.PathOf(ImageFile.From(file)))))
        .Where(file => file.Bytes is not null)
        .ToFrozenDictionary(file => file.Name, file => file.Bytes!.Value, StringComparer.Ordinal);

    // Null for a raw image, and for a bad one: writing it says exactly what is wrong.
    private static ulong? Of(string? path)
    {
        if (path is null)
        {
            return null;
        }

        Span<byte> start = stackalloc byte[SparseHeader.Bytes];
        try
        {
            using var file = File.OpenHandle(path);
            var read = RandomAccess.Read(file, start, 0);
            return SparseHeader.Begins(start[..read]) ? (ulong)SparseHeader.Parse(start[..read]).LengthBytes : null;
        }
        catch (Exception exception) when (exception is IOException or SparseFormatException)
        {
            return null;
        }
    }
}

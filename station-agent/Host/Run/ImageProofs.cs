using System.Collections.Frozen;
using Espero.Station.Images;
using Espero.Station.Recipes.VerifiedBoot;
using Microsoft.Win32.SafeHandles;

namespace Espero.Station.Run;

/// <summary>What the images that are here say about verified boot: read from the files, not from the plan.</summary>
internal sealed class ImageProofs
{
    private const int ReadBytes = 1 << 18;

    private ImageProofs(FrozenDictionary<string, VbmetaImage> vbmeta, FrozenSet<string> verified) => (Vbmeta, Verified) = (vbmeta, verified);

    /// <summary>By file name: the struct that the file is, or carries at its end.</summary>
    public FrozenDictionary<string, VbmetaImage> Vbmeta { get; }

    /// <summary>Files whose bytes have the hash that a struct of the plan names for their partition.</summary>
    public FrozenSet<string> Verified { get; }

    /// <summary>Hashing gigabytes is worth it only where the plan locks the phone in the end.</summary>
    public static ImageProofs Of(Plan.V1.Plan plan, IImageFiles images)
    {
        var files = plan.Files
            .Select(file => (file.Name, Path: images.PathOf(ImageFile.From(file))))
            .Where(file => file.Path is not null)
            .ToDictionary(file => file.Name, file => file.Path!, StringComparer.Ordinal);
        var vbmeta = files
            .Select(file => (file.Key, Image: Read(file.Value)))
            .Where(file => file.Image is not null)
            .ToFrozenDictionary(file => file.Key, file => file.Image!, StringComparer.Ordinal);
        return new ImageProofs(vbmeta, plan.Steps.Any(step => step.Lock is not null) ? Verify(plan, files, vbmeta) : []);
    }

    private static FrozenSet<string> Verify(
        Plan.V1.Plan plan, Dictionary<string, string> files, FrozenDictionary<string, VbmetaImage> vbmeta)
    {
        var hashes = vbmeta.Values.SelectMany(image => image.Descriptors).ToLookup(descriptor => descriptor.Partition, StringComparer.Ordinal);
        return plan.Steps
            .Where(step => step.Flash is not null && files.ContainsKey(step.Flash.FileName))
            .Where(step => hashes[step.Flash.Partition].Any(descriptor => IsRight(files[step.Flash.FileName], descriptor)))
            .Select(step => step.Flash.FileName)
            .ToFrozenSet(StringComparer.Ordinal);
    }

    private static bool IsRight(string path, VbmetaDescriptor descriptor)
    {
        using var hash = VbmetaHash.Begin(descriptor);
        if (hash is null)
        {
            return false;
        }

        using var file = File.OpenRead(path);
        var buffer = new byte[ReadBytes];
        int length;
        while ((length = file.Read(buffer)) > 0)
        {
            hash.Append(buffer.AsSpan(0, length));
        }

        return hash.IsRight();
    }

    private static VbmetaImage? Read(string path)
    {
        try
        {
            using var file = File.OpenHandle(path);
            var lengthBytes = RandomAccess.GetLength(file);
            return ReadAt(file, 0, VbmetaReader.MaxBytes) is { } whole ? whole
                : FooterOf(file, lengthBytes) is { } footer ? ReadAt(file, (long)footer.OffsetBytes, footer.SizeBytes)
                : null;
        }
        catch (IOException)
        {
            return null; // writing it says exactly what is wrong
        }
    }

    private static VbmetaFooter? FooterOf(SafeFileHandle file, long lengthBytes)
    {
        Span<byte> last = stackalloc byte[VbmetaFooter.Bytes];
        return lengthBytes >= last.Length
            && RandomAccess.Read(file, last, lengthBytes - last.Length) == last.Length
            && VbmetaFooter.TryRead(last, (ulong)lengthBytes, out var footer)
                ? footer
                : null;
    }

    private static VbmetaImage? ReadAt(SafeFileHandle file, long offsetBytes, int sizeBytes)
    {
        var bytes = new byte[sizeBytes];
        var length = RandomAccess.Read(file, bytes, offsetBytes);
        return VbmetaReader.TryRead(bytes.AsSpan(0, length), out var image, out _) ? image : null;
    }
}

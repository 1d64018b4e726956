using System.Collections.Concurrent;
using System.Collections.Frozen;
using Espero.Station.Images;
using Espero.Station.Recipes.VerifiedBoot;
using Microsoft.Win32.SafeHandles;

namespace Espero.Station.Run;

/// <summary>What the images that are here say about verified boot: read from the files, not from the plan.</summary>
internal sealed class ImageProofs(IImageFiles images)
{
    private const int ReadBytes = 1 << 18;

    // A file is named by its hash, so what was found of it once stays true; hashing gigabytes at every look would not.
    private readonly ConcurrentDictionary<(string FileHash, string Digest), bool> _compared = new();

    /// <summary>By file name: the struct that the file is, or carries at its end.</summary>
    public FrozenDictionary<string, VbmetaImage> VbmetaOf(Plan.V1.Plan plan) => plan.Files
        .Select(file => (file.Name, Image: Read(images.PathOf(ImageFile.From(file)))))
        .Where(file => file.Image is not null)
        .ToFrozenDictionary(file => file.Name, file => file.Image!, StringComparer.Ordinal);

    /// <summary>Files whose bytes have the hash that a struct names for their partition; none where the plan locks nothing.</summary>
    public FrozenSet<string> VerifiedOf(Plan.V1.Plan plan, IEnumerable<VbmetaImage> structs)
    {
        if (plan.Steps.All(step => step.Lock is null))
        {
            return [];
        }

        var hashes = structs.SelectMany(image => image.Descriptors).ToLookup(descriptor => descriptor.Partition, StringComparer.Ordinal);
        var files = plan.Files.ToDictionary(file => file.Name, ImageFile.From, StringComparer.Ordinal);
        return plan.Steps
            .Where(step => step.Flash is not null && files.ContainsKey(step.Flash.FileName))
            .Where(step => hashes[step.Flash.Partition].Any(descriptor => IsRight(files[step.Flash.FileName], descriptor)))
            .Select(step => step.Flash.FileName)
            .ToFrozenSet(StringComparer.Ordinal);
    }

    private bool IsRight(ImageFile file, VbmetaDescriptor descriptor) =>
        images.PathOf(file) is { } path
        && _compared.GetOrAdd((file.Hash, Convert.ToHexStringLower(descriptor.Digest.AsSpan())), _ => Compare(path, descriptor));

    private static bool Compare(string path, VbmetaDescriptor descriptor)
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

    private static VbmetaImage? Read(string? path)
    {
        if (path is null)
        {
            return null;
        }

        try
        {
            using var file = File.OpenHandle(path);
            return ReadAt(file, 0, VbmetaReader.MaxBytes)
                ?? (FooterOf(file) is { } footer ? ReadAt(file, (long)footer.OffsetBytes, footer.SizeBytes) : null);
        }
        catch (IOException)
        {
            return null; // writing it says exactly what is wrong
        }
    }

    private static VbmetaFooter? FooterOf(SafeFileHandle file)
    {
        var lengthBytes = RandomAccess.GetLength(file);
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

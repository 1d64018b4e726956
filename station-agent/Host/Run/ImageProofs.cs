using System.Collections.Concurrent;
using System.Collections.Frozen;
using Espero.Station.Images;
using Espero.Station.Recipes.VerifiedBoot;
using Espero.Station.Recipes.Vocabulary;

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
    public async Task<FrozenSet<string>> VerifiedOfAsync(
        Plan.V1.Plan plan, IEnumerable<VbmetaImage> structs, CancellationToken cancellationToken)
    {
        if (plan.AllSteps().All(step => step.Lock is null))
        {
            return [];
        }

        var hashes = structs.SelectMany(image => image.Descriptors).ToLookup(descriptor => descriptor.Partition, StringComparer.Ordinal);
        var files = plan.Files.ToDictionary(file => file.Name, ImageFile.From, StringComparer.Ordinal);
        var verified = new HashSet<string>(StringComparer.Ordinal);
        foreach (var flash in plan.AllSteps().Select(step => step.Flash).OfType<Plan.V1.Flash>().Where(flash => files.ContainsKey(flash.FileName)))
        {
            foreach (var descriptor in hashes[flash.Partition])
            {
                if (await IsRightAsync(files[flash.FileName], descriptor, cancellationToken))
                {
                    verified.Add(flash.FileName);
                }
            }
        }

        return verified.ToFrozenSet(StringComparer.Ordinal);
    }

    private async ValueTask<bool> IsRightAsync(ImageFile file, VbmetaDescriptor descriptor, CancellationToken cancellationToken)
    {
        var question = (file.Hash, Convert.ToHexStringLower(descriptor.Digest.AsSpan()));
        if (_compared.TryGetValue(question, out var known))
        {
            return known;
        }

        // A file that is not here yet, or cannot be read, is asked about again.
        return images.PathOf(file) is { } path
            && await CompareAsync(path, descriptor, cancellationToken) is { } isRight
            && _compared.GetOrAdd(question, isRight);
    }

    // Null when the file cannot be read: writing it says exactly what is wrong.
    private static async Task<bool?> CompareAsync(string path, VbmetaDescriptor descriptor, CancellationToken cancellationToken)
    {
        using var hash = VbmetaHash.Begin(descriptor);
        if (hash is null)
        {
            return false;
        }

        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: true);
            var buffer = new byte[ReadBytes];
            int length;
            while ((length = await file.ReadAsync(buffer, cancellationToken)) > 0)
            {
                hash.Append(buffer.AsSpan(0, length));
            }

            return hash.IsRight();
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static VbmetaImage? Read(string? path)
    {
        try
        {
            return path is null ? null : VbmetaFile.Read(path);
        }
        catch (IOException)
        {
            return null; // writing it says exactly what is wrong
        }
    }
}

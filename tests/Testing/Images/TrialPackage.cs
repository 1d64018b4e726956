using System.IO.Compression;
using System.Text;

namespace Espero.Testing.Images;

/// <summary>A package for sideloads, as big as wanted.</summary>
public static class TrialPackage
{
    /// <summary>What a phone says that runs it.</summary>
    public const string Fingerprint = "espero/trial/virtual-c:15/NEW/2:user/release-keys";

    /// <summary>Signed and newer than every model's own system, unless changed.</summary>
    public static byte[] Make(bool hasSignature = true, string device = "virtual-c", string patch = "2024-06-05", int fillerBytes = 200_000)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "META-INF/com/android/metadata", Encoding.UTF8.GetBytes(
                $"pre-device={device}\npost-build={Fingerprint}\npost-timestamp=1717545600\npost-security-patch-level={patch}\n"));
            var filler = new byte[fillerBytes];
            new Random(1).NextBytes(filler);
            Add(zip, "payload.bin", filler);
        }

        return hasSignature ? Sign(file.ToArray()) : file.ToArray();
    }

    // The zip's comment ends as AOSP's signer leaves it; its length stands in the two bytes before the comment.
    private static byte[] Sign(byte[] zip)
    {
        byte[] comment = [1, 2, 3, 4, 10, 0, 0xFF, 0xFF, 10, 0];
        return [.. zip[..^2], (byte)comment.Length, 0, .. comment];
    }

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        using var entry = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
        entry.Write(content);
    }
}

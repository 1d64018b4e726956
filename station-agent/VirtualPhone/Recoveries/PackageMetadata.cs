using System.IO.Compression;
using System.Text;
using Espero.VirtualPhone.Boots;
using Espero.VirtualPhone.State;

namespace Espero.VirtualPhone.Recoveries;

/// <summary>
/// What a package says of itself in <c>META-INF/com/android/metadata</c>, in the words of real update packages:
/// <c>pre-device</c>, <c>post-build</c>, <c>post-timestamp</c>, <c>post-security-patch-level</c>, <c>ota-wipe</c>,
/// <c>ota-downgrade</c>. A package for trials needs nothing else in it.
/// </summary>
/// <param name="Codenames">The models that it is for.</param>
/// <param name="System">The system that runs afterwards.</param>
/// <param name="Wipes">Whether it erases the owner's data.</param>
/// <param name="MayDowngrade">Whether it may replace something newer.</param>
/// <param name="IsSigned">Whether a signature block ends the zip's comment (AOSP recovery, verifier.cpp).</param>
internal sealed record PackageMetadata(
    IReadOnlyList<string> Codenames, InstalledSystem System, bool Wipes, bool MayDowngrade, bool IsSigned)
{
    private const string EntryName = "META-INF/com/android/metadata";
    private const int FooterBytes = 6;
    private const int MaxMetadataBytes = 64 << 10;

    /// <summary>Null for a file that is no zip, or a zip that does not say what it is.</summary>
    public static PackageMetadata? Read(Stream package)
    {
        try
        {
            var signed = EndsSigned(package);
            using var zip = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.GetEntry(EntryName) is not { Length: <= MaxMetadataBytes } entry)
            {
                return null;
            }

            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            return Of(reader.ReadToEnd(), signed);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static PackageMetadata? Of(string text, bool signed)
    {
        var values = text.Split('\n')
            .Select(line => line.Trim().Split('=', 2))
            .Where(pair => pair.Length == 2)
            .DistinctBy(pair => pair[0])
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        return TrialSystem.Of(values, "post-build", "post-version", "post-security-patch-level", "post-timestamp") is { } system
            ? new PackageMetadata(
                values.GetValueOrDefault("pre-device", "").Split(['|', ','], StringSplitOptions.RemoveEmptyEntries),
                system,
                values.GetValueOrDefault("ota-wipe") == "yes",
                values.GetValueOrDefault("ota-downgrade") == "yes",
                signed)
            : null;
    }

    // The last six bytes: where the signature starts, 0xFFFF, and how long the comment is.
    private static bool EndsSigned(Stream package)
    {
        if (package.Length < FooterBytes)
        {
            return false;
        }

        Span<byte> footer = stackalloc byte[FooterBytes];
        package.Seek(-FooterBytes, SeekOrigin.End);
        package.ReadExactly(footer);
        package.Seek(0, SeekOrigin.Begin);
        return footer[2] == 0xFF && footer[3] == 0xFF && footer[..2].ContainsAnyExcept((byte)0);
    }
}

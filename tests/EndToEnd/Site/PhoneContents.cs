namespace Espero.EndToEnd.Tests.Site;

/// <summary>All that is on a phone: every partition, and what its bootloader remembers (slots, locks, serial).</summary>
internal static class PhoneContents
{
    /// <summary>One line a file, equal exactly when nothing changed.</summary>
    public static string Of(TrialPhone phone) => string.Join('\n', Directory.EnumerateFiles(phone.Folder, "*", SearchOption.AllDirectories)
        .Where(path => path.EndsWith(".img", StringComparison.Ordinal) || path.EndsWith(".json", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(path => $"{Path.GetFileName(path)} {WrittenBlocks.HashOf(path)}"));
}

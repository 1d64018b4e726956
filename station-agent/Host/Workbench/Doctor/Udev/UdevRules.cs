using System.Collections.Immutable;

namespace Espero.Station.Workbench.Doctor.Udev;

/// <summary>
/// The udev rules of a PC, read as udev reads them as far as they are about who may open a USB device. That a file is called
/// "android" proves nothing: what counts is what its rules grant.
/// </summary>
internal sealed class UdevRules
{
    private readonly ImmutableSortedDictionary<string, UdevWord[][]> _files;

    private UdevRules(ImmutableSortedDictionary<string, UdevWord[][]> files) => _files = files;

    /// <param name="folders">Of two files with one name, the one in the earlier folder counts.</param>
    public static UdevRules Read(IEnumerable<string> folders)
    {
        var files = ImmutableSortedDictionary.CreateBuilder<string, UdevWord[][]>(StringComparer.Ordinal);
        foreach (var path in folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*.rules")))
        {
            var name = Path.GetFileName(path);
            if (!files.ContainsKey(name) && TextOf(path) is { } text)
            {
                files[name] = RulesIn(text);
            }
        }

        return new UdevRules(files.ToImmutable());
    }

    /// <summary>What they make of a device that is plugged in now.</summary>
    public UdevGrant For(UdevDevice device)
    {
        var run = new UdevRun(device);
        foreach (var (name, rules) in _files)
        {
            run.Pass(name, rules);
        }

        return run.Grant;
    }

    // A line that ends in a backslash goes on in the next one.
    private static UdevWord[][] RulesIn(string text) =>
        [.. text.Replace("\\\n", "", StringComparison.Ordinal).Split('\n').Select(UdevWord.In).Where(rule => rule.Length > 0)];

    private static string? TextOf(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception hidden) when (hidden is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

using System.IO.Compression;
using System.IO.Enumeration;

namespace Espero.Station.Recipes.Builds;

/// <summary>Finds the one entry of an archive that a recipe's path, perhaps with a star in it, means.</summary>
public static class ArchiveMember
{
    /// <summary>Null when there is none or more than one; <paramref name="trouble"/> then says which.</summary>
    public static ZipArchiveEntry? Find(ZipArchive archive, string path, out string trouble)
    {
        ZipArchiveEntry[] fitting =
            [.. archive.Entries.Where(entry => FileSystemName.MatchesSimpleExpression(path, entry.FullName, ignoreCase: false)).Take(2)];
        trouble = fitting.Length == 0 ? $"The archive holds no {path}." : $"The archive holds more than one {path}.";
        return fitting is [var only] ? only : null;
    }
}

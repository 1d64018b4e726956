namespace Espero.Station.Recipes.Builds;

/// <summary>One file that a build will have, and what is known of it before it is here.</summary>
/// <param name="Name">A plain name: no folder, no path, no URL.</param>
public sealed record OriginFile(string Name, FileWay Way)
{
    /// <summary>Where it is downloaded; for a file that only people may download, the page that leads to it. Null where it is made.</summary>
    public string? Address { get; init; }

    /// <summary>As the source states it; 64 lower-case hexadecimal digits; null when it states none.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Which file it is where the address only leads to a list: "rootfs" of an image server's index.</summary>
    public string? Role { get; init; }
}

using System.Collections.Immutable;

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

    /// <summary>As the source states it where it states no better one; 32 lower-case hexadecimal digits.</summary>
    public string? Md5 { get; init; }

    /// <summary>How an index calls the model; null for a file with an address of its own.</summary>
    public string? Codename { get; init; }

    /// <summary>What a person chooses in an index before the file is one file: "channel", "release", "interface".</summary>
    public ImmutableArray<string> ToChoose { get; init; } = [];
}

using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Espero.Orchestrator.Catalog;

public sealed class CatalogOptions
{
    public const string Section = "Catalog";

    /// <summary>Where the files of builds are kept, named by hash. On a disk that is too small no build can be added.</summary>
    [Required]
    public string FilesFolder { get; init; } = "";

    /// <summary>
    /// Where people's programs and stations reach those files, without a slash at the end. A wrong one lets stations link and
    /// never fetch.
    /// </summary>
    [Required]
    [Url]
    public string FilesAddress { get; init; } = "http://127.0.0.1:7081";

    /// <summary>The largest file that is taken. Too small refuses whole systems; too big lets one mistake fill the disk.</summary>
    [Range(1L, long.MaxValue)]
    public long MaxFileBytes { get; init; } = 32L << 30;

    /// <summary>What an upload must leave free. Too small can stop the database beside it; too big refuses builds that would fit.</summary>
    [Range(0L, long.MaxValue)]
    public long KeepFreeBytes { get; init; } = 256L << 20;

    /// <summary>
    /// Where the data sets of public projects lie, each in a folder of its name, or the packs imported from them. Without them
    /// nobody can say anything about a model that no recipe knows. Read at the start, and again when a file changes.
    /// </summary>
    public string ModelsFolder { get; init; } = "";
}

[OptionsValidator]
internal sealed partial class CatalogOptionsValidator : IValidateOptions<CatalogOptions>;

using System.Collections.Immutable;
using Espero.Station.Recipes.Builds;

namespace Espero.Station.Recipes.Importing.Lineage;

/// <summary>The files that a device needs. The project publishes them a build at a time, in an index for each device.</summary>
internal sealed class LineageFiles(LineageDevice device)
{
    public const string System = "lineage.zip";
    public const string Copier = "copy-partitions.zip";
    public const string Vbmeta = "vbmeta.img";

    private const string Index = "https://download.lineageos.org/api/v2/devices/";
    private const string CopierAddress = "https://mirrorbits.lineageos.org/tools/copy-partitions-20220613-signed.zip";

    public ImmutableArray<OriginFile> All =>
    [
        .. Images().Distinct().Select(image => FromIndex(image, image)),
        .. device.CopiesPartitions ? [new OriginFile(Copier, FileWay.Download) { Address = CopierAddress }] : Array.Empty<OriginFile>(),
        FromIndex(System, "zip"),
    ];

    /// <summary>The image that is written to a partition.</summary>
    public static string ImageOf(string partition) => $"{partition}.img";

    private IEnumerable<string> Images() => device.BootStack
        .Concat(device.BeforeRecovery == LineagePages.SamsungQualcomm ? ["vbmeta"] : Array.Empty<string>())
        .Append(device.RecoveryPartition)
        .Select(ImageOf);

    private OriginFile FromIndex(string name, string role) =>
        new(name, FileWay.Index) { Address = $"{Index}{device.Codename}/builds", Role = role };
}

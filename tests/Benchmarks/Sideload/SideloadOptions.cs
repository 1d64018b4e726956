using System.Globalization;
using Espero.Station.Protocols.Adb;

namespace Espero.Benchmarks.Sideload;

/// <summary>The command line of <c>sideload</c>.</summary>
internal sealed record SideloadOptions
{
    private const long Mebibyte = 1 << 20;

    public long PackageBytes { get; private init; } = 1024 * Mebibyte;

    public int BlockBytes { get; private init; } = new AdbOptions().SideloadBlockBytes;

    public int Runs { get; private init; } = 5;

    /// <summary>The virtual phone's program; null takes the one in out/.</summary>
    public string? PhonePath { get; private init; }

    public static SideloadOptions Parse(string[] args) =>
        args.Chunk(2).Aggregate(new SideloadOptions(), (options, pair) => pair switch
        {
            ["--size", var mib] => options with { PackageBytes = long.Parse(mib, CultureInfo.InvariantCulture) * Mebibyte },
            ["--block", var kib] => options with { BlockBytes = int.Parse(kib, CultureInfo.InvariantCulture) << 10 },
            ["--runs", var runs] => options with { Runs = int.Parse(runs, CultureInfo.InvariantCulture) },
            ["--phone", var path] => options with { PhonePath = path },
            _ => throw new ArgumentException($"'{string.Join(' ', pair)}' is not an option of sideload."),
        });
}

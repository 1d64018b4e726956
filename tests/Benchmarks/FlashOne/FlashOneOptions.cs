using System.Globalization;

namespace Espero.Benchmarks.FlashOne;

/// <summary>The command line of <c>flash-one</c>.</summary>
internal sealed record FlashOneOptions
{
    private const long Mebibyte = 1 << 20;

    public long ImageBytes { get; private init; } = 2048 * Mebibyte;

    public long PartBytes { get; private init; } = 256 * Mebibyte;

    public int Runs { get; private init; } = 5;

    /// <summary>The virtual phone's program; null takes the one in out/.</summary>
    public string? PhonePath { get; private init; }

    public static FlashOneOptions Parse(string[] args) =>
        args.Chunk(2).Aggregate(new FlashOneOptions(), (options, pair) => pair switch
        {
            ["--size", var mib] => options with { ImageBytes = long.Parse(mib, CultureInfo.InvariantCulture) * Mebibyte },
            ["--part", var mib] => options with { PartBytes = long.Parse(mib, CultureInfo.InvariantCulture) * Mebibyte },
            ["--runs", var runs] => options with { Runs = int.Parse(runs, CultureInfo.InvariantCulture) },
            ["--phone", var path] => options with { PhonePath = path },
            _ => throw new ArgumentException($"'{string.Join(' ', pair)}' is not an option of flash-one."),
        });
}

using System.Globalization;

namespace Espero.Benchmarks.Eight;

/// <summary>The command line of <c>eight</c>.</summary>
internal sealed record EightOptions
{
    private const long Mebibyte = 1 << 20;

    public long ImageBytes { get; private init; } = 2048 * Mebibyte;

    public int Phones { get; private init; } = 8;

    public int Runs { get; private init; } = 5;

    public static EightOptions Parse(string[] args) =>
        args.Chunk(2).Aggregate(new EightOptions(), (options, pair) => pair switch
        {
            ["--size", var mib] => options with { ImageBytes = long.Parse(mib, CultureInfo.InvariantCulture) * Mebibyte },
            ["--phones", var phones] => options with { Phones = int.Parse(phones, CultureInfo.InvariantCulture) },
            ["--runs", var runs] => options with { Runs = int.Parse(runs, CultureInfo.InvariantCulture) },
            _ => throw new ArgumentException($"'{string.Join(' ', pair)}' is not an option of eight."),
        });
}

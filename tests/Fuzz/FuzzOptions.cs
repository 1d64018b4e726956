using System.Globalization;

namespace Espero.Fuzz;

/// <summary>The command line.</summary>
internal sealed record FuzzOptions
{
    public long Count { get; private init; } = 1_000_000;

    public int Seed { get; private init; } = 1;

    /// <exception cref="ArgumentException">An option that there is not.</exception>
    public static FuzzOptions Parse(string[] args) =>
        args.Chunk(2).Aggregate(new FuzzOptions(), (options, pair) => pair switch
        {
            ["--count", var count] => options with { Count = long.Parse(count, CultureInfo.InvariantCulture) },
            ["--seed", var seed] => options with { Seed = int.Parse(seed, CultureInfo.InvariantCulture) },
            _ => throw new ArgumentException($"'{string.Join(' ', pair)}' is not an option."),
        });
}

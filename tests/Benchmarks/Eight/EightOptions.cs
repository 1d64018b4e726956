using System.Globalization;
using Espero.Testing.Programs;

namespace Espero.Benchmarks.Eight;

/// <summary>The command line of <c>eight</c>; null means the program in out/.</summary>
internal sealed record EightOptions
{
    private const long Mebibyte = 1 << 20;
    private string? _station;
    private string? _phone;

    public long ImageBytes { get; private init; } = 2048 * Mebibyte;

    /// <summary>What each phone keeps, so that the bytes can be compared: on a disk, which would be measured if all were kept.</summary>
    public long StoredBytes { get; private init; } = 512 * Mebibyte;

    public int Phones { get; private init; } = 8;

    public int Runs { get; private init; } = 5;

    public string? OrchestratorPath { get; private init; }

    public string StationPath
    {
        get => _station ?? EsperoPrograms.Station;
        private init => _station = value;
    }

    public string PhonePath
    {
        get => _phone ?? EsperoPrograms.Phone;
        private init => _phone = value;
    }

    public static EightOptions Parse(string[] args) =>
        args.Chunk(2).Aggregate(new EightOptions(), (options, pair) => pair switch
        {
            ["--size", var mib] => options with { ImageBytes = long.Parse(mib, CultureInfo.InvariantCulture) * Mebibyte },
            ["--stored", var mib] => options with { StoredBytes = long.Parse(mib, CultureInfo.InvariantCulture) * Mebibyte },
            ["--phones", var phones] => options with { Phones = int.Parse(phones, CultureInfo.InvariantCulture) },
            ["--runs", var runs] => options with { Runs = int.Parse(runs, CultureInfo.InvariantCulture) },
            ["--orchestrator", var path] => options with { OrchestratorPath = path },
            ["--station", var path] => options with { StationPath = path },
            ["--phone", var path] => options with { PhonePath = path },
            _ => throw new ArgumentException($"'{string.Join(' ', pair)}' is not an option of eight."),
        });
}

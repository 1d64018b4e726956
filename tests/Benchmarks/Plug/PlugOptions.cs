using System.Globalization;
using Espero.Testing.Programs;

namespace Espero.Benchmarks.Plug;

/// <summary>The command line of <c>plug</c>; null means the program in out/.</summary>
internal sealed record PlugOptions
{
    private string? _station;
    private string? _phone;

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

    public static PlugOptions Parse(string[] args) =>
        args.Chunk(2).Aggregate(new PlugOptions(), (options, pair) => pair switch
        {
            ["--runs", var runs] => options with { Runs = int.Parse(runs, CultureInfo.InvariantCulture) },
            ["--orchestrator", var path] => options with { OrchestratorPath = path },
            ["--station", var path] => options with { StationPath = path },
            ["--phone", var path] => options with { PhonePath = path },
            _ => throw new ArgumentException($"'{string.Join(' ', pair)}' is not an option of plug."),
        });
}

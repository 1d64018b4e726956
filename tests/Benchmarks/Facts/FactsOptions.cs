using System.Globalization;

namespace Espero.Benchmarks.Facts;

/// <summary>The command line of <c>facts</c>.</summary>
internal sealed record FactsOptions
{
    public int Facts { get; private init; } = 60_000;

    public int Stations { get; private init; } = 20;

    /// <summary>How many facts of one station may be on their way at once.</summary>
    public int Window { get; private init; } = 128;

    public int Runs { get; private init; } = 5;

    /// <summary>The orchestrator's program; null means the one in out/.</summary>
    public string? OrchestratorPath { get; private init; }

    /// <summary>Attempts of one station in one run.</summary>
    public int AttemptsPerStation => Facts / FactScript.FactsPerAttempt / Stations;

    public static FactsOptions Parse(string[] args) =>
        args.Chunk(2).Aggregate(new FactsOptions(), (options, pair) => pair switch
        {
            ["--facts", var facts] => options with { Facts = Number(facts) },
            ["--stations", var stations] => options with { Stations = Number(stations) },
            ["--window", var window] => options with { Window = Number(window) },
            ["--runs", var runs] => options with { Runs = Number(runs) },
            ["--orchestrator", var path] => options with { OrchestratorPath = path },
            _ => throw new ArgumentException($"'{string.Join(' ', pair)}' is not an option of facts."),
        });

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}

using System.Globalization;
using Espero.Testing;
using Espero.Testing.Programs;

namespace Espero.Benchmarks.Recipes;

/// <summary>The command line of <c>compile</c>, <c>preflight</c> and <c>verdict</c>.</summary>
internal sealed record RecipeOptions
{
    private string? _espero;

    /// <summary>The public device data, one folder a data set.</summary>
    public string Devices { get; private init; } = Path.GetFullPath(Repository.PathTo("..", "shared", "devices"));

    public int Runs { get; private init; } = 5;

    /// <summary>The orchestrator's program; null means the one in out/.</summary>
    public string? OrchestratorPath { get; private init; }

    /// <summary>The command's program; that in out/ if none is given.</summary>
    public string EsperoPath
    {
        get => _espero ?? EsperoPrograms.Command;
        private init => _espero = value;
    }

    public bool HasDevices => Directory.Exists(Devices);

    public string DevicesMissing => $"the public device data is not at {Devices}";

    public static RecipeOptions Parse(string[] args) =>
        args.Chunk(2).Aggregate(new RecipeOptions(), (options, pair) => pair switch
        {
            ["--devices", var folder] => options with { Devices = Path.GetFullPath(folder) },
            ["--runs", var runs] => options with { Runs = int.Parse(runs, CultureInfo.InvariantCulture) },
            ["--orchestrator", var path] => options with { OrchestratorPath = path },
            ["--espero", var path] => options with { EsperoPath = path },
            _ => throw new ArgumentException($"'{string.Join(' ', pair)}' is not an option of compile, preflight or verdict."),
        });
}

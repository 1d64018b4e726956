using Espero.Benchmarks.Measuring;
using Espero.Station.Recipes.Importing;
using Espero.Testing;
using static Espero.Benchmarks.Measuring.Figures;

namespace Espero.Benchmarks.Recipes;

/// <summary>All public device data made into recipes and compiled, by the command that people type, one data set after the other.</summary>
internal static class CompileBenchmark
{
    private const string Figure = "compile: all public device data";
    private const double MostSeconds = 5;
    private const int SomeDoNotCompile = 1 << 8; // exit code 1, as wait(2) gives it

    public static async Task<IReadOnlyList<Bar>> MeasureAsync(string[] args, CancellationToken cancellationToken)
    {
        var options = RecipeOptions.Parse(args);
        if (!options.HasDevices)
        {
            return [Bar.Skipped(Figure, options.DevicesMissing)];
        }

        var seconds = new List<double>();
        for (var run = 0; run < options.Runs; run++)
        {
            seconds.Add(await ImportAllAsync(options, cancellationToken));
        }

        Say($"compile: {PackSource.All.Length} data sets by espero recipes import, medians of {options.Runs}");
        Say($"{Median(seconds):f2} s, at most {seconds.Max():f2} s");
        return [Bar.AtMost(Figure, Median(seconds), MostSeconds, "s")];
    }

    private static async Task<double> ImportAllAsync(RecipeOptions options, CancellationToken cancellationToken)
    {
        using var packs = new TemporaryFolder();
        var seconds = 0.0;
        foreach (var source in PackSource.All)
        {
            var run = await MeasuredProcess.RunAsync(
                TimeProvider.System, cancellationToken,
                options.EsperoPath, "recipes", "import", source.Kind, Path.Combine(options.Devices, source.DataSet), "--out", packs.Path);
            seconds += run.ExitCode is 0 or SomeDoNotCompile
                ? run.WallSeconds
                : throw new UnmeasuredException($"the import of {source.Kind} ended with status {run.ExitCode}.");
        }

        return seconds;
    }
}

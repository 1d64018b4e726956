using Espero.Benchmarks.Measuring;
using Espero.Benchmarks.Orchestrated;
using Espero.Station.Recipes.Models;
using static Espero.Benchmarks.Measuring.Figures;

namespace Espero.Benchmarks.Recipes;

/// <summary>"Can it be freed?", asked of a real orchestrator over REST, one model of the data after the other.</summary>
internal static class VerdictBenchmark
{
    private const string Figure = "verdict: over REST, p99 over all models";
    private const double MostMilliseconds = 50;

    public static async Task<IReadOnlyList<Bar>> MeasureAsync(string[] args, CancellationToken cancellationToken)
    {
        var options = RecipeOptions.Parse(args);
        if (!options.HasDevices)
        {
            return [Bar.Skipped(Figure, options.DevicesMissing)];
        }

        var models = ModelBook.Read(options.Devices).Models;
        await using var orchestrator = await RunningOrchestrator.StartAsync(
            options.OrchestratorPath, cancellationToken, "--models", options.Devices);
        using var http = new HttpClient { BaseAddress = orchestrator.Http };
        var first = await AskAsync(http, models[0].Id, cancellationToken);
        var p50 = new List<double>();
        var p99 = new List<double>();
        for (var run = 0; run < options.Runs; run++)
        {
            var times = new List<double>();
            foreach (var model in models)
            {
                times.Add(await AskAsync(http, model.Id, cancellationToken));
            }

            p50.Add(Quantile(times, 0.5));
            p99.Add(Quantile(times, 0.99));
        }

        Say($"verdict: {models.Length} models, medians of {options.Runs}");
        Say($"p50 {Median(p50):f2} ms, p99 {Median(p99):f2} ms; the very first question {first:f0} ms");
        return [Bar.AtMost(Figure, Median(p99), MostMilliseconds, "ms")];
    }

    private static async Task<double> AskAsync(HttpClient http, string model, CancellationToken cancellationToken)
    {
        var begun = TimeProvider.System.GetTimestamp();
        var question = new Uri($"/v1/verdict?model={Uri.EscapeDataString(model)}", UriKind.Relative);
        using var answer = await http.GetAsync(question, cancellationToken);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        return answer.IsSuccessStatusCode
            ? TimeProvider.System.GetElapsedTime(begun).TotalMilliseconds
            : throw new UnmeasuredException($"the verdict on {model} is {(int)answer.StatusCode}: {text}");
    }
}

using System.Globalization;
using Espero.Benchmarks.Measuring;
using Espero.Plan.V1;
using Espero.Station.Domain.Flashing.Preflight;
using Espero.Station.Domain.Phones;
using Espero.Station.Domain.Rehearsing;
using Espero.Station.Recipes.Importing;
using Espero.Station.Recipes.Models;
using static Espero.Benchmarks.Measuring.Figures;

namespace Espero.Benchmarks.Recipes;

/// <summary>The longest recipe that the public data give, simulated on a phone that says as much of itself as talkative ones do.</summary>
internal static class PreflightBenchmark
{
    private const string Figure = "preflight: the longest imported recipe, slowest run";
    private const double MostMilliseconds = 100;
    private const int LooksPerRun = 20;

    // "getvar all" of a large phone has several hundred lines.
    private const int OtherFacts = 1000;

    public static Task<IReadOnlyList<Bar>> MeasureAsync(string[] args, CancellationToken cancellationToken)
    {
        var options = RecipeOptions.Parse(args);
        return Task.FromResult<IReadOnlyList<Bar>>(
            options.HasDevices ? Measure(options) : [Bar.Skipped(Figure, options.DevicesMissing)]);
    }

    private static Bar[] Measure(RecipeOptions options)
    {
        var (plan, facts) = FindLongest(options.Devices);
        var subject = new PreflightSubject(plan, facts) { Mode = PhoneMode.System, FreeDiskBytes = ulong.MaxValue, BytesToFetch = 0 };
        var times = Enumerable.Range(0, options.Runs * LooksPerRun).Select(_ => Look(subject)).ToList();
        Say($"preflight: {plan.RecipeName}, {plan.Steps.Sum(Count)} steps, {OtherFacts} facts besides");
        Say($"{times.Count} looks: the first {times[0]:f2} ms, p50 {Median(times):f2} ms");
        return [Bar.AtMost(Figure, times.Max(), MostMilliseconds, "ms")];
    }

    private static double Look(PreflightSubject subject)
    {
        var begun = TimeProvider.System.GetTimestamp();
        PreflightCheck.Look(subject);
        return TimeProvider.System.GetElapsedTime(begun).TotalMilliseconds;
    }

    private static (Plan.V1.Plan Plan, PhoneFacts Facts) FindLongest(string devices)
    {
        var book = ModelBook.Read(devices);
        var recipes = PackSource.All
            .SelectMany(source => PackImporter.Import(source, Path.Combine(devices, source.DataSet), book).Recipes
                .Select(recipe => (Plan: recipe.Recipe.Rehearsal, source.DataSet)))
            .OrderByDescending(recipe => recipe.Plan.Steps.Sum(Count));
        foreach (var (plan, dataSet) in recipes)
        {
            if (Twin.Of(plan, book.Find(plan.Model.Vendor, plan.Model.Codename), dataSet, PhoneFacts.None) is { } twin)
            {
                return (plan, twin.Facts.With(Others()));
            }
        }

        throw new UnmeasuredException($"no recipe of the data in {devices} has a twin.");
    }

    private static int Count(Step step) => 1 + step.Fallback.Sum(Count);

    private static IEnumerable<KeyValuePair<string, string>> Others() => Enumerable.Range(0, OtherFacts).Select(number =>
        KeyValuePair.Create(string.Create(CultureInfo.InvariantCulture, $"getvar.partition-type:other-{number}"), "raw"));
}

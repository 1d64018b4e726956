using Espero.Benchmarks.Measuring;
using Espero.Benchmarks.Orchestrated;
using Npgsql;

namespace Espero.Benchmarks.Facts;

/// <summary>Facts per second through the whole lane, from a station's send to the cursor that lets it forget.</summary>
internal static class FactsBenchmark
{
    private const double LeastPerSecond = 3000;
    private static readonly TimeSpan RunLimit = TimeSpan.FromMinutes(3);

    public static async Task<IReadOnlyList<Bar>> MeasureAsync(string[] args, CancellationToken cancellationToken)
    {
        var options = FactsOptions.Parse(args);
        var time = TimeProvider.System;
        await using var orchestrator = await RunningOrchestrator.StartAsync(options.OrchestratorPath, cancellationToken);
        await using var source = NpgsqlDataSource.Create(orchestrator.Database);
        var database = new LaneDatabase(source);
        await database.AddCatalogAsync(cancellationToken);
        var postgres = CpuTime.ParentOf(await database.ReadBackendIdAsync(cancellationToken));
        var rabbit = CpuTime.Find("beam.smp", $"RABBITMQ_NODE_PORT={orchestrator.BusPort}");
        var links = await Task.WhenAll(Enumerable.Range(1, options.Stations).Select(number =>
            ScriptedLink.OpenAsync(orchestrator.Grpc, $"bench-{number}", options.Window, time, cancellationToken)));

        // The first run compiles and warms; it is checked like the others and not counted.
        var runs = new List<FactsRun>();
        for (var run = 0; run <= options.Runs; run++)
        {
            var jobs = await database.SeedAsync(run, options.AttemptsPerStation, cancellationToken);
            var before = Cost();
            var measured = await ReportAsync(links, jobs, time, cancellationToken);
            runs.Add(measured with { Cost = Cost() - before });
            if (await database.FindFaultAsync((run + 1L) * jobs.Count, cancellationToken) is { } fault)
            {
                throw new UnmeasuredException($"the database does not hold what was reported: {fault}.");
            }
        }

        Array.ForEach(links, link => link.Dispose());
        return Print(options, runs[1..]);

        LaneCost Cost() => new(CpuTime.OfTree(orchestrator.ProcessId), CpuTime.OfTree(postgres), rabbit is { } id ? CpuTime.OfTree(id) : double.NaN);
    }

    private static async Task<FactsRun> ReportAsync(
        ScriptedLink[] links, IReadOnlyList<SeededJob> jobs, TimeProvider time, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(RunLimit);
        var ofStation = jobs.ToLookup(job => job.StationId);
        var begun = time.GetTimestamp();
        var reports = Task.WhenAll(links.Select(link => link.ReportAsync(FactScript.Of(ofStation[link.StationId]), limit.Token)));
        await await Task.WhenAny([reports, .. links.Select(link => link.Listening)]);
        var took = time.GetElapsedTime(begun);
        return new FactsRun(
            jobs.Count * FactScript.FactsPerAttempt, took, [.. (await reports).SelectMany(one => one).Select(one => one.TotalMilliseconds)], default);
    }

    private static IReadOnlyList<Bar> Print(FactsOptions options, List<FactsRun> runs)
    {
        var facts = runs[0].Facts;
        Figures.Say($"facts: {facts} facts over {options.Stations} links, at most {options.Window} of each on their way; medians of {options.Runs}");
        Figures.Say($"{"facts/s",10}{"lowest",10}{"highest",10}{"p50 ms",10}{"p99 ms",10}{"CPU s: orchestrator",22}{"PostgreSQL",12}{"RabbitMQ",10}");
        Figures.Say($"{Of(run => run.PerSecond),10:f0}{runs.Min(run => run.PerSecond),10:f0}{runs.Max(run => run.PerSecond),10:f0}{Of(run => Figures.Quantile(run.Latencies, 0.5)),10:f0}{Of(run => Figures.Quantile(run.Latencies, 0.99)),10:f0}{Of(run => run.Cost.Orchestrator),22:f1}{Of(run => run.Cost.Postgres),12:f1}{Of(run => run.Cost.Rabbit),10:f1}");
        Figures.Say($"every fact once in the database, every job ended, every release used");
        return [Bar.AtLeast("facts: committed and acknowledged, each second", Of(run => run.PerSecond), LeastPerSecond)];

        double Of(Func<FactsRun, double> figure) => Figures.Median(runs.Select(figure));
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using Espero.Benchmarks.Measuring;
using Espero.Benchmarks.Orchestrated;
using Espero.Operations.V1;
using Espero.Testing;
using Espero.Testing.Programs;
using Grpc.Net.Client;

namespace Espero.Benchmarks.Plug;

/// <summary>
/// From plug to first byte: the phone is known and released, its job waits, no countdown runs. The station looks, the orchestrator
/// matches, offers and grants, the station prepares and writes.
/// </summary>
internal static partial class PlugBenchmark
{
    private const int Seed = 20260812;
    private const int ImageBytes = 4 << 20;
    private static readonly TimeSpan LookPause = TimeSpan.FromMilliseconds(700); // the station's WatchOptions
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static async Task<IReadOnlyList<Bar>> MeasureAsync(string[] args, CancellationToken cancellationToken)
    {
        var options = PlugOptions.Parse(args);
        var time = TimeProvider.System;
        using var folder = new TemporaryFolder();
        await using var orchestrator = await RunningOrchestrator.StartAsync(options.OrchestratorPath, cancellationToken);
        using var channel = GrpcChannel.ForAddress(orchestrator.Grpc);
        var operations = new OperationsService.OperationsServiceClient(channel);
        var image = folder.PathTo("boot.img");
        RandomImage.Write(image, ImageBytes);
        var buildId = await BenchBuild.AddAsync(operations, orchestrator.Http, image, "boot", cancellationToken);
        var bench = new Bench(operations, time);
        var cable = Cable.Lay(time);
        await using var station = ChildProgram.Start(
            options.StationPath, "run", "--orchestrator", $"http://127.0.0.1:{orchestrator.Grpc.Port}", "--station", "bench-1",
            "--site", "bench", "--data", folder.PathTo("station"), "--phone", $"tcp:127.0.0.1:{cable.Port}");

        // The first phone's run fetches the image and warms the orchestrator; it is told apart.
        var random = new Random(Seed);
        var runs = new List<PlugRun>();
        for (var run = 0; run <= options.Runs; run++)
        {
            await using var phone = ChildProgram.Start(
                options.PhonePath, "--model", "virtual-a", "--serial", $"BENCH{run:0000}", "--store", folder.PathTo($"phone-{run}"),
                "--listen", "tcp:127.0.0.1:0", "--mode", "bootloader");
            var listening = await phone.WaitForLineAsync(Listening(), Limit, cancellationToken);
            runs.Add(await PlugInAsync(
                bench, cable.Next(), int.Parse(listening.Groups[1].Value, CultureInfo.InvariantCulture), buildId, LookPause * random.NextDouble(),
                time, cancellationToken));
        }

        return Print(runs[0], runs[1..]);
    }

    /// <param name="phase">Where between two looks the phone is plugged in: nobody plugs in step with the station.</param>
    private static async Task<PlugRun> PlugInAsync(
        Bench bench, Cable cable, int phonePort, string buildId, TimeSpan phase, TimeProvider time, CancellationToken cancellationToken)
    {
        cable.PutIn(phonePort);
        var phoneId = await bench.ReleaseAsync(cancellationToken);
        await cable.PullOutAsync();
        await bench.SeeItGoneAsync(cancellationToken);
        var jobId = await bench.SubmitAsync(phoneId, buildId, cancellationToken);
        await Task.Delay(phase, time, cancellationToken);
        cable.PutIn(phonePort);
        var run = await cable.FirstByteAsync(Limit, cancellationToken);
        await bench.SeeItWrittenAsync(jobId, cancellationToken);
        await cable.PullOutAsync();
        await bench.SeeItGoneAsync(cancellationToken);
        return run;
    }

    private static IReadOnlyList<Bar> Print(PlugRun first, List<PlugRun> runs)
    {
        var look = Figures.Median(runs.Select(run => run.UntilLook.TotalMilliseconds));
        var whole = Figures.Median(runs.Select(run => run.UntilByte.TotalMilliseconds));
        var own = Figures.Median(runs.Select(run => (run.UntilByte - run.UntilLook).TotalMilliseconds));
        var share = Figures.Median(runs.Select(run => run.UntilLook / run.UntilByte));
        Figures.Say($"plug: from plug to the first byte of an image, no countdown, medians of {runs.Count}");
        Figures.Say($"{"",-28}{"ms",8}");
        Figures.Say($"{"plug to first byte",-28}{whole,8:f0}");
        Figures.Say($"{"  until the station looks",-28}{look,8:f0}   {share:p0} of it; a look each {LookPause.TotalMilliseconds} ms");
        Figures.Say($"{"  from look to first byte",-28}{own,8:f0}");
        Figures.Say($"{"the first, with its fetch",-28}{first.UntilByte.TotalMilliseconds,8:f0}");
        return [Bar.Free("plug: from plug to the first byte of an image", whole, "ms")];
    }

    [GeneratedRegex(@"listening on tcp:.*:(\d+)")]
    private static partial Regex Listening();
}

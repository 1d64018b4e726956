using System.Globalization;
using System.Text.RegularExpressions;
using Espero.Benchmarks.Measuring;
using Espero.Benchmarks.Orchestrated;
using Espero.Operations.V1;
using Espero.Testing;
using Espero.Testing.Programs;
using Grpc.Net.Client;

namespace Espero.Benchmarks.Eight;

/// <summary>One station's program with a phone in every port, its orchestrator, and a build of one image, all as they ship.</summary>
internal sealed partial class FullStation : IAsyncDisposable
{
    private const string Partition = "userdata";
    private const int PartBytes = 256 << 20;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();
    private readonly List<ChildProgram> _phones = [];
    private readonly GrpcChannel _channel;
    private readonly Bench _bench;
    private readonly RunningOrchestrator _orchestrator;
    private ChildProgram? _station;
    private string _buildId = "";

    private FullStation(RunningOrchestrator orchestrator)
    {
        _orchestrator = orchestrator;
        _channel = GrpcChannel.ForAddress(orchestrator.Grpc);
        _bench = new Bench(new OperationsService.OperationsServiceClient(_channel), TimeProvider.System);
    }

    /// <summary>The phones' ids, by their ports.</summary>
    public IReadOnlyList<string> Phones { get; private set; } = [];

    /// <summary>Of the station's program, its fetching and checking of the image included.</summary>
    public long PeakBytes => PeakMemory.Of(_station!.ProcessId);

    /// <param name="discards">Whether the phones throw away what is written to them.</param>
    public static async Task<FullStation> StartAsync(
        EightOptions options, string imagePath, bool discards, CancellationToken cancellationToken)
    {
        var full = new FullStation(await RunningOrchestrator.StartAsync(options.OrchestratorPath, cancellationToken));
        try
        {
            await full.PlugInAsync(options, imagePath, discards, cancellationToken);
            return full;
        }
        catch
        {
            await full.DisposeAsync();
            throw;
        }
    }

    /// <summary>Writes these phones at once.</summary>
    /// <returns>From the first's first byte to the last's last answer.</returns>
    public async Task<TimeSpan> WriteAsync(IReadOnlyList<string> phones, CancellationToken cancellationToken)
    {
        var jobs = new List<string>();
        foreach (var phone in phones)
        {
            jobs.Add(await _bench.SubmitAsync(phone, _buildId, cancellationToken));
        }

        foreach (var job in jobs)
        {
            await _bench.SeeItPreparedAsync(job, cancellationToken);
        }

        foreach (var phone in phones)
        {
            await _bench.ReleaseAsync(phone, cancellationToken);
        }

        foreach (var job in jobs)
        {
            await _bench.SeeItWrittenAsync(job, cancellationToken);
        }

        var times = jobs.Select(job => WritingTimes.Of(_folder.PathTo("station"), job)).ToList();
        return times.Max(one => one.Ended) - times.Min(one => one.Began);
    }

    /// <summary>Where each phone keeps what was written to it.</summary>
    public IEnumerable<string> StoredImages() =>
        Enumerable.Range(0, _phones.Count).Select(number => Path.Combine(Store(number), "partitions", $"{Partition}.img"));

    public async ValueTask DisposeAsync()
    {
        if (_station is not null)
        {
            await _station.DisposeAsync();
        }

        foreach (var phone in _phones)
        {
            await phone.DisposeAsync();
        }

        _channel.Dispose();
        await _orchestrator.DisposeAsync();
        _folder.Dispose();
    }

    private async Task PlugInAsync(EightOptions options, string imagePath, bool discards, CancellationToken cancellationToken)
    {
        var ports = new List<string>();
        for (var number = 0; number < options.Phones; number++)
        {
            var phone = ChildProgram.Start(options.PhonePath, [
                "--model", "virtual-a", "--serial", $"EIGHT{number:0000}", "--store", Store(number), "--listen", "tcp:127.0.0.1:0",
                "--mode", "bootloader", "--max-download-size", PartBytes.ToString(CultureInfo.InvariantCulture),
                .. discards ? ["--discard"] : Array.Empty<string>()]);
            _phones.Add(phone);
            ports.Add((await phone.WaitForLineAsync(Listening(), Limit, cancellationToken)).Groups[1].Value);
        }

        _station = ChildProgram.Start(options.StationPath, [
            "run", "--orchestrator", $"http://127.0.0.1:{_orchestrator.Grpc.Port}", "--station", "bench-1", "--site", "bench",
            "--data", _folder.PathTo("station"), "--flash-slots", options.Phones.ToString(CultureInfo.InvariantCulture),
            .. ports.SelectMany(port => new[] { "--phone", $"tcp:127.0.0.1:{port}" })]);
        _buildId = await BenchBuild.AddAsync(
            new OperationsService.OperationsServiceClient(_channel), _orchestrator.Http, imagePath, Partition, cancellationToken);
        Phones = await _bench.SeePhonesAsync(options.Phones, cancellationToken);
    }

    private string Store(int number) => _folder.PathTo($"phone-{number}");

    [GeneratedRegex(@"listening on tcp:.*:(\d+)")]
    private static partial Regex Listening();
}

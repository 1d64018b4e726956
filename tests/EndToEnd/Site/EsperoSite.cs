using System.Collections.Immutable;
using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;
using Espero.Testing;
using Espero.Testing.Programs;
using Espero.Testing.Servers;
using Espero.Testing.Waiting;

namespace Espero.EndToEnd.Tests.Site;

/// <summary>
/// Everything a partner's place has, as real programs: an orchestrator on real servers, stations, virtual phones and a build.
/// Each site is alone in its own database and on its own bus.
/// </summary>
internal sealed class EsperoSite : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private const int TailLines = 25;

    private readonly TemporaryFolder _folder = new();
    private readonly IAsyncDisposable _database;
    private readonly int _httpPort = FreePort.Find();
    private readonly int _grpcPort = FreePort.Find();
    private ImmutableList<SiteProgram> _programs = [];
    private ImmutableList<TrialPhone> _phones = [];

    private EsperoSite(IAsyncDisposable database, string connectionString, Uri bus)
    {
        _database = database;
        Records = new SiteRecords(connectionString);
        Command = new EsperoCommand(OrchestratorAddress);
        Build = TrialBuild.MakeIn(_folder.PathTo("build"));
        Orchestrator = Add(new SiteProgram(
            "orchestrator",
            EsperoPrograms.Orchestrator,
            [
                "serve", "--http", $"127.0.0.1:{_httpPort}", "--grpc", $"127.0.0.1:{_grpcPort}",
                "--database", connectionString, "--bus", $"{bus}", "--data", _folder.PathTo("orchestrator"),
                "--countdown", "00:00:00",
            ]));
    }

    public SiteProgram Orchestrator { get; }

    public SiteRecords Records { get; }

    public EsperoCommand Command { get; }

    public TrialBuild Build { get; }

    /// <summary>Of the build, once <see cref="StartOrchestratorAsync"/> has added it.</summary>
    public string BuildId { get; private set; } = "";

    public string OrchestratorAddress => $"http://127.0.0.1:{_grpcPort}";

    /// <summary>Where pages and REST are.</summary>
    public Uri PagesAddress => new($"http://127.0.0.1:{_httpPort}");

    /// <summary>Where all programs of the site keep all they keep.</summary>
    public string Folder => _folder.Path;

    public IReadOnlyList<SiteProgram> Programs => _programs;

    /// <summary>A site whose orchestrator is not started yet.</summary>
    public static async Task<EsperoSite> CreateAsync(Uri bus, CancellationToken cancellationToken)
    {
        var database = await FreshDatabase.CreateAsync(cancellationToken);
        return new EsperoSite(database, database.ConnectionString, bus);
    }

    /// <summary>A site with an orchestrator that has the build.</summary>
    public static async Task<EsperoSite> StartAsync(Uri bus, CancellationToken cancellationToken)
    {
        var site = await CreateAsync(bus, cancellationToken);
        await site.StartOrchestratorAsync(cancellationToken);
        return site;
    }

    public static async Task<EsperoSite> StartAsync(CancellationToken cancellationToken) =>
        await StartAsync((await FreshBus.CreateAsync(cancellationToken)).Address, cancellationToken);

    /// <summary>A site whose database the test may take away; the site disposes of it.</summary>
    public static async Task<EsperoSite> StartAsync(OwnPostgres database, CancellationToken cancellationToken)
    {
        var bus = await FreshBus.CreateAsync(cancellationToken);
        var site = new EsperoSite(database, database.ConnectionString, bus.Address);
        await site.StartOrchestratorAsync(cancellationToken);
        return site;
    }

    /// <summary>Starts it, or starts it again on what it left.</summary>
    public async Task StartOrchestratorAsync(CancellationToken cancellationToken)
    {
        Orchestrator.Start();
        await UntilAsync("the orchestrator listens", ListensAsync, StartLimit, cancellationToken);
        BuildId = BuildId.Length > 0 ? BuildId : await Command.AddBuildAsync(Build.BuildFile, Build.RecipeFile, Build.Folder, cancellationToken);
    }

    /// <summary>A phone that is not started yet.</summary>
    public TrialPhone AddPhone()
    {
        var serial = $"E2E{Guid.NewGuid():N}"[..16].ToUpperInvariant();
        var phone = new TrialPhone(serial, _folder.PathTo($"phone-{_phones.Count + 1}"));
        _phones = _phones.Add(phone);
        Add(phone.Program);
        return phone;
    }

    /// <summary>A station that is not started yet.</summary>
    public SiteProgram AddStation(string name, params IEnumerable<TrialPhone> phones) => AddStation(name, StationFolder(name), phones);

    public SiteProgram AddStation(string name, string dataFolder, params IEnumerable<TrialPhone> phones) => Add(new SiteProgram(
        $"station {name}",
        EsperoPrograms.Station,
        [
            "run", "--orchestrator", OrchestratorAddress, "--station", name, "--site", "trial", "--data", dataFolder,
            .. phones.SelectMany(phone => new[] { "--phone", phone.Address }),
        ]));

    public string StationFolder(string name) => _folder.PathTo($"station-{name}");

    /// <summary>Every file that orchestrator and stations keep, but the images themselves and locks, which nobody else may open.</summary>
    public IEnumerable<string> KeptByPrograms() => Directory.EnumerateDirectories(Folder)
        .Where(folder => Path.GetFileName(folder) is { } name && (name == "orchestrator" || name.StartsWith("station-", StringComparison.Ordinal)))
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        .Where(path => Path.GetFileName(path) != "lock" && new FileInfo(path).Length < TrialBuild.BootBytes);

    /// <summary>Waits until the phone is recognised and returns its id.</summary>
    public async Task<Guid> RecognisedAsync(TrialPhone phone, CancellationToken cancellationToken)
    {
        Guid? found = null;
        await UntilAsync(
            $"{phone.Program.Name} is recognised",
            async token => (found = await Records.PhoneAtAsync(phone.Address, token)) is not null,
            StartLimit,
            cancellationToken);
        return found!.Value;
    }

    /// <summary>Releases the phone and asks for the build on it; the job.</summary>
    public async Task<Guid> ReleaseAndFlashAsync(TrialPhone phone, CancellationToken cancellationToken)
    {
        var phoneId = await RecognisedAsync(phone, cancellationToken);
        await Command.ReleaseAsync(phoneId, cancellationToken);
        return await Command.FlashAsync(phoneId, BuildId, cancellationToken);
    }

    /// <summary>Waits until the second image is on its way to the phone, so that whatever happens then happens in the middle.</summary>
    public Task UntilSystemIsBeingSentAsync(Guid job, TimeSpan limit, CancellationToken cancellationToken) => UntilAsync(
        $"system.img is on its way for job {job}",
        async token => IsSendingSystem((await Command.JobAsync(job, token)).GetProperty("job")),
        limit,
        cancellationToken);

    public Task UntilJobIsAsync(Guid job, string state, TimeSpan limit, CancellationToken cancellationToken) =>
        UntilAsync($"job {job} is {state}", async token => await Records.StateAsync(job, token) == state, limit, cancellationToken);

    /// <summary>As <see cref="Eventually"/>; when it does not come true, the end of every program's output is told.</summary>
    public async Task UntilAsync(string what, Func<CancellationToken, Task<bool>> ask, TimeSpan limit, CancellationToken cancellationToken)
    {
        try
        {
            await Eventually.HoldsAsync(what, ask, limit, TimeProvider.System, cancellationToken);
        }
        catch (TimeoutException timeout)
        {
            throw new TimeoutException($"{timeout.Message}\n{Tails()}", timeout);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var program in _programs.Reverse())
        {
            await program.DisposeAsync();
        }

        await Records.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    private static bool IsSendingSystem(JsonElement job) =>
        job.TryGetProperty("progress", out var progress)
        && progress.TryGetProperty("totalBytes", out var total)
        && progress.TryGetProperty("doneBytes", out var done)
        && long.Parse(total.GetString()!, CultureInfo.InvariantCulture) > TrialBuild.BootBytes
        && done.GetString() != "0";

    private async Task<bool> ListensAsync(CancellationToken cancellationToken)
    {
        Assert.True(Orchestrator.IsRunning, $"The orchestrator ended by itself:\n{Orchestrator.Output}");
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", _grpcPort, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private SiteProgram Add(SiteProgram program)
    {
        _programs = _programs.Add(program);
        return program;
    }

    private string Tails() => string.Join(
        '\n',
        _programs.Select(program => $"--- {program.Name}\n{string.Join('\n', program.Output.Split('\n').TakeLast(TailLines))}"));
}

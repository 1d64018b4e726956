using Espero.Station.Host.Tests.Journal;
using Espero.Station.Journal;
using Espero.Station.Link;
using Espero.Station.Run;
using Espero.Station.V1;
using Espero.Station.Watch;
using Espero.Testing.Waiting;
using Microsoft.Extensions.Time.Testing;

namespace Espero.Station.Host.Tests.Link;

/// <summary>The link alone, on a clock the test turns, against a real gRPC server.</summary>
internal sealed class LinkRig : IAsyncDisposable
{
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(500);
    private readonly TempFolder _folder = new();
    private readonly OrchestratorLink _link;

    private LinkRig(ScriptedOrchestrator orchestrator, Uri address)
    {
        Orchestrator = orchestrator;
        Journal = JournalRig.Open(new DirectoryDisk(_folder.In("journal")));
        var board = new PortBoard([]);
        _link = new OrchestratorLink(
            address,
            new StationIdentity("atelier-1", "atelier", "0.1.0", 4),
            new LinkTokenFile(TokenPath),
            Journal,
            board,
            new RunReports(),
            new NoOrders(),
            new LinkOptions(),
            Time,
            () => 0.5,
            Log);
    }

    public ScriptedOrchestrator Orchestrator { get; }

    public FakeTimeProvider Time { get; } = new();

    public StationJournal Journal { get; }

    public LogLines<OrchestratorLink> Log { get; } = new();

    public string TokenPath => _folder.In("link-token");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <param name="address">Where the station looks; the scripted orchestrator's address without it.</param>
    public static async Task<LinkRig> StartAsync(Uri? address = null, int facts = 0)
    {
        var orchestrator = await ScriptedOrchestrator.StartAsync();
        var rig = new LinkRig(orchestrator, address ?? orchestrator.Address);
        for (var i = 1; i <= facts; i++)
        {
            await rig.Journal.WriteAsync(JournalRig.Prepared($"{i}"), Stop);
        }

        await rig._link.StartAsync(Stop);
        return rig;
    }

    /// <summary>Turns the clock until it is done; how long that took by that clock.</summary>
    public async Task<TimeSpan> TurnUntilAsync(Task done)
    {
        var began = Time.GetTimestamp();
        await Eventually.HoldsAsync(
            "what the clock was turned for",
            async _ =>
            {
                if (!done.IsCompleted)
                {
                    Time.Advance(Turn);
                }

                return await Task.FromResult(done.IsCompleted);
            },
            TimeSpan.FromSeconds(30),
            TimeProvider.System,
            Stop);
        await done;
        return Time.GetElapsedTime(began);
    }

    public async ValueTask DisposeAsync()
    {
        await _link.StopAsync(CancellationToken.None);
        _link.Dispose();
        await Orchestrator.DisposeAsync();
        await Journal.DisposeAsync();
        _folder.Dispose();
    }

    private sealed class NoOrders : IStationOrders
    {
        public void LearnFilesAddress(string address)
        {
        }

        public void Match(PhoneMatched match)
        {
        }

        public void Prepare(PreparationOrdered order)
        {
        }

        public void Offer(AttemptOffered offer)
        {
        }

        public void Grant(AttemptGranted grant)
        {
        }

        public void Withdraw(AttemptWithdrawn withdrawal)
        {
        }

        public void Cancel(CancelOrdered order)
        {
        }

        public void Inspect(InspectionOrdered order)
        {
        }

        public void Hear(HandsSaid said)
        {
        }
    }
}

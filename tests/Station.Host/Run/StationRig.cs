using Espero.Station.Host.Tests.Images;
using Espero.Station.Host.Tests.Link;
using Espero.Station.Images;
using Espero.Station.Journal;
using Espero.Station.Link;
using Espero.Station.Run;
using Espero.Station.V1;
using Espero.Station.Watch;
using Espero.VirtualPhone;
using Espero.VirtualPhone.Faults;
using Espero.VirtualPhone.Models;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Espero.Station.Host.Tests.Run;

/// <summary>A whole station in this process, with one virtual phone and a scripted orchestrator.</summary>
internal sealed class StationRig : IAsyncDisposable
{
    public const string PhoneId = "01890000-0000-7000-8000-0000000000aa";
    private readonly TempFolder _folder = new();
    private IHost _host = null!;

    private StationRig(ScriptedOrchestrator orchestrator, FileServer files, VirtualPhoneServer phone)
    {
        (Orchestrator, Files, Phone) = (orchestrator, files, phone);
    }

    public ScriptedOrchestrator Orchestrator { get; }

    public FileServer Files { get; }

    public VirtualPhoneServer Phone { get; }

    public string PortPath => Phone.Target;

    public StationJournal Journal => _host.Services.GetRequiredService<StationJournal>();

    public static async Task<StationRig> StartAsync(byte[]? image = null, long? rate = null, params Fault[] faults)
    {
        var phoneFolder = Directory.CreateTempSubdirectory("espero-phone-").FullName;
        var phone = VirtualPhoneServer.Start(
            new VirtualPhoneOptions
            {
                Model = VirtualA.Model,
                StoreDirectory = phoneFolder,
                Serial = "SERIAL0001",
                BootTime = TimeSpan.FromMilliseconds(50),
                RateBytesPerSecond = rate,
                Faults = [.. faults],
            },
            TimeProvider.System,
            new Random(1));
        var files = await FileServer.StartAsync(image ?? [.. Enumerable.Range(0, 300_000).Select(i => (byte)i)]);
        var rig = new StationRig(await ScriptedOrchestrator.StartAsync(), files, phone);
        await rig.StartStationAsync();
        return rig;
    }

    /// <summary>Stops the program without a word to anybody and starts it again on the same directory.</summary>
    public async Task RestartStationAsync()
    {
        await _host.StopAsync(TestContext.Current.CancellationToken);
        _host.Dispose();
        await StartStationAsync();
    }

    /// <summary>Welcomes the station and waits until it has seen its phone.</summary>
    public async Task<ScriptedLink> LinkAsync(ulong recordedSequence = 0)
    {
        var link = await Orchestrator.WelcomeAsync(recordedSequence, filesAddress: Files.Address);
        await link.HearAsync(request =>
            (request.PortChanged?.Port ?? request.PortsSeen?.Ports.FirstOrDefault())?.Phone);
        await link.SayAsync(new LinkResponse { PhoneMatched = new PhoneMatched { PortPath = PortPath, PhoneId = PhoneId } });
        return link;
    }

    /// <summary>Waits until the journal says that something that loses data begins.</summary>
    public async Task UntilPastReturnAsync()
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        late.CancelAfter(TimeSpan.FromSeconds(20));
        while (!Journal.State.Attempts.Values.Any(attempt => attempt.PassedPointOfNoReturn))
        {
            late.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
        await Phone.DisposeAsync();
        await Orchestrator.DisposeAsync();
        await Files.DisposeAsync();
        _folder.Dispose();
    }

    private async Task StartStationAsync()
    {
        Assert.True(PortAddress.TryParse(PortPath, 1, out var port));
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Logging.ClearProviders();
        builder.Services
            .AddSingleton(TimeProvider.System)
            .AddSingleton(new Chance(new Random(3)))
            .AddJournal(_folder.In("journal"))
            .AddImages(_folder.In("images"))
            .AddWatch([port])
            .AddRun(new RunOptions { FlashSlots = 4, LogDirectory = _folder.In("logs") })
            .AddLink(Orchestrator.Address, new StationIdentity("atelier-1", "atelier", "0.1.0", 4), _folder.In("link-token"));
        _host = builder.Build();
        await _host.StartAsync(TestContext.Current.CancellationToken);
    }
}

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
    private static readonly string[] KeptFolders = ["journal", "logs"];
    private readonly TempFolder _folder = new();
    private readonly int _flashSlots;
    private IHost _host = null!;

    private StationRig(ScriptedOrchestrator orchestrator, FileServer files, VirtualPhoneServer[] phones, int flashSlots)
    {
        (Orchestrator, Files, Phones, _flashSlots) = (orchestrator, files, phones, flashSlots);
    }

    public ScriptedOrchestrator Orchestrator { get; }

    public FileServer Files { get; }

    public IReadOnlyList<VirtualPhoneServer> Phones { get; }

    public VirtualPhoneServer Phone => Phones[0];

    public string PortPath => Phone.Target;

    public GentleStop Stop => _host.Services.GetRequiredService<GentleStop>();

    public StationJournal Journal => _host.Services.GetRequiredService<StationJournal>();

    public static Task<StationRig> StartAsync(byte[]? image = null, long? rate = null, params Fault[] faults) =>
        StartAsync([StartPhone("SERIAL0001", rate, faults)], flashSlots: 4, image);

    public static Task<StationRig> StartAsync(int phones, int flashSlots, long? rate) =>
        StartAsync([.. Enumerable.Range(1, phones).Select(number => StartPhone($"SERIAL{number:0000}", rate))], flashSlots, image: null);

    /// <summary>With a locked phone that opens by its own code and by nothing else.</summary>
    public static Task<StationRig> StartLockedAsync(string code) => StartAsync(
        [
            Start(OptionsOf("SERIAL0001") with { Model = VirtualA.Model with { UnlockCode = code, HasOemCommands = true }, Locked = true }),
        ],
        flashSlots: 4,
        image: null);

    /// <summary>Everything that the station has written to its disk, but the images.</summary>
    public string Kept => string.Concat(KeptFolders
        .Select(_folder.In)
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        .Select(Read));

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
        while (true)
        {
            var written = Journal.Written.Next;
            if (Journal.State.Attempts.Values.Any(attempt => attempt.PassedPointOfNoReturn))
            {
                return;
            }

            await written.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Waits until every phone is on the board.</summary>
    public async Task UntilAllSeenAsync()
    {
        var board = _host.Services.GetRequiredService<PortBoard>();
        while (true)
        {
            var changed = board.Changed.Next;
            if (board.Ports.All(port => port.Phone is { IsUsable: true }))
            {
                return;
            }

            await changed.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
        foreach (var phone in Phones)
        {
            await phone.DisposeAsync();
        }

        await Orchestrator.DisposeAsync();
        await Files.DisposeAsync();
        _folder.Dispose();
    }

    private static async Task<StationRig> StartAsync(VirtualPhoneServer[] phones, int flashSlots, byte[]? image)
    {
        var files = await FileServer.StartAsync(image ?? [.. Enumerable.Range(0, 300_000).Select(i => (byte)i)]);
        var rig = new StationRig(await ScriptedOrchestrator.StartAsync(), files, phones, flashSlots);
        await rig.StartStationAsync();
        return rig;
    }

    private static VirtualPhoneServer StartPhone(string serial, long? rate, params Fault[] faults) =>
        Start(OptionsOf(serial) with { RateBytesPerSecond = rate, Faults = [.. faults] });

    private static VirtualPhoneServer Start(VirtualPhoneOptions options) => VirtualPhoneServer.Start(options, TimeProvider.System, new Random(1));

    private static VirtualPhoneOptions OptionsOf(string serial) => new()
    {
        Model = VirtualA.Model,
        StoreDirectory = Directory.CreateTempSubdirectory("espero-phone-").FullName,
        Serial = serial,
        BootTime = TimeSpan.FromMilliseconds(50),
    };

    // The station may still have it open.
    private static string Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file, System.Text.Encoding.Latin1);
        return reader.ReadToEnd();
    }

    private static PortAddress PortOf(VirtualPhoneServer phone, int index)
    {
        Assert.True(PortAddress.TryParse(phone.Target, (uint)index + 1, out var port));
        return port;
    }

    private async Task StartStationAsync()
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Logging.ClearProviders();
        builder.Services
            .AddSingleton(TimeProvider.System)
            .AddSingleton(new Chance(new Random(3)))
            .AddJournal(_folder.In("journal"))
            .AddImages(_folder.In("images"))
            .AddWatch([.. Phones.Select(PortOf)], _folder.In("adb"))
            .AddRun(new RunOptions { FlashSlots = _flashSlots, LogDirectory = _folder.In("logs") })
            .AddLink(Orchestrator.Address, new StationIdentity("atelier-1", "atelier", "0.1.0", 4), _folder.In("link-token"));
        _host = builder.Build();
        await _host.StartAsync(TestContext.Current.CancellationToken);
    }
}

using System.Collections.Frozen;
using System.Collections.Immutable;
using Espero.Plan.V1;
using Espero.Station.Domain.Flashing.Preflight;
using Espero.Station.Domain.Phones;
using Espero.Station.Host.Tests.Run;
using Espero.Station.Host.Tests.Watch;
using Espero.Station.Host.Tests.Workbench;
using Espero.Station.Images;
using Espero.Station.Protocols.Adb;
using Espero.Station.Protocols.Fastboot;
using Espero.Station.Recipes.Failures;
using Espero.Station.Recipes.Words;
using Espero.Station.Run;
using Espero.Station.Watch;
using Espero.Station.Workbench;
using Google.Protobuf;
using Microsoft.Extensions.Time.Testing;
using Assert = Xunit.Assert;

namespace Espero.Station.Host.Tests.Failures;

/// <summary>What is not the phone's doing comes back as its class from where it arises: the station, its files, its people, the plan.</summary>
public sealed class FailuresElsewhereTests
{
    private const string Write = "  - flash: { partition: RECOVERY, file: recovery.img }\n  - flash: { partition: BOOT, file: recovery.img }\n";

    private const string Head =
        """
        recipe: trial
        model: espero/virtual-a
        identity:
          - getvar.product: virtual-a
          - partition.userdata: "17179869184"
        proof: none

        """;

    private static readonly ImmutableSortedDictionary<string, Func<Task<string?>>> Raising = new Dictionary<string, Func<Task<string?>>>
    {
        [FailureCode.OdinSessionLost] = () => InDownloadModeAsync("ERROR: Failed to receive handshake response. Result: -7"),
        [FailureCode.OdinImageRefused] = () => InDownloadModeAsync("ERROR: Failed to confirm end of file transfer sequence!"),
        [FailureCode.StationNoPermission] = () => InDownloadModeAsync("ERROR: Failed to access device. libusb error: -3"),
        [FailureCode.StationFault] = () => InDownloadModeAsync("Segmentation fault"),
        [FailureCode.StationProgramMissing] = () => InDownloadModeAsync(said: null, program: "/nowhere/heimdall"),
        [FailureCode.SeveralInDownloadMode] = () => OnSocketsAsync(rig =>
        {
            rig.Sockets.PlugDownloadMode(DownloadRig.Port);
            rig.Sockets.PlugDownloadMode(DownloadRig.OtherPort, address: 8);
        }),
        [FailureCode.EmergencyMode] = () => OnSocketsAsync(rig => rig.Sockets.Plug(DownloadRig.Port, "05c6", "9008", address: 7)),
        [FailureCode.CableFaulty] = () => OnSocketsAsync(rig => rig.Kernel.Say("usb 900-1: device descriptor read/64, error -71")),
        [FailureCode.HubPowerLow] = () => OnSocketsAsync(rig => rig.Sockets.PlugStarved(DownloadRig.OtherPort, 1), $"{DownloadRig.OtherPort}.1"),
        [FailureCode.PortOverCurrent] = () => OnSocketsAsync(rig =>
        {
            rig.Sockets.CountOverCurrents(DownloadRig.Port, 0);
            rig.Bench.Connector.OverCurrent(DownloadRig.Address);
            rig.Sockets.CountOverCurrents(DownloadRig.Port, 1);
        }),
        [FailureCode.SerialNotUnique] = SameSerialAsync,

        [FailureCode.BatterySwollen] = () => ByFlashAsync("  - erase: userdata\n", typed: "SWOLLEN\n"),
        [FailureCode.ReleaseMissing] = () => ByFlashAsync("  - erase: userdata\n", typed: "no\n"),
        [FailureCode.HandsNotDone] = () =>
            ByFlashAsync("  - ask: { sentence: hold-keys, needs: keys, mode: fastbootd, within: 1s }\n  - erase: userdata\n"),
        [FailureCode.ImageCorrupt] = () => ByFlashAsync(Unpack, prepare: rig => Archive(rig, "boot.img", [.. rig.Image, 0])),
        [FailureCode.FileMissing] = () => ByFlashAsync(Unpack, prepare: rig => Archive(rig, "other.img", rig.Image)),

        [FailureCode.StationMemoryShort] = () => OfTheStationAsync("MemAvailable:    1024 kB", new DateTimeOffset(2026, 11, 28, 12, 0, 0, TimeSpan.Zero)),
        [FailureCode.StationClockWrong] = () => OfTheStationAsync("MemAvailable: 9000000 kB", new DateTimeOffset(1970, 1, 2, 0, 0, 0, TimeSpan.Zero)),
        [FailureCode.StationDiskFull] = () => OfThePlanAsync(subject => subject with { FreeDiskBytes = 0, BytesToFetch = 1 }),
        [FailureCode.VerbNotSupported] = () => OfThePlanAsync(
            subject => subject with { SupportedVerbs = FrozenSet<Step.VerbOneofCase>.Empty }, new Step { Id = "see", SnapshotFacts = new SnapshotFacts() }),
        [FailureCode.PartitionForbidden] = () => OfThePlanAsync(
            subject => subject, new Step { Id = "wipe", Erase = new Erase { Partition = "persist" } }),
        [FailureCode.PlanUnreadable] = UnreadableAsync,

        // The peers of these would be a second adb server, a second program at a phone's USB, a network that goes.
        [FailureCode.AdbServerKilled] = () => Said(new AdbError(AdbFailure.ServerGone, "")),
        [FailureCode.ImageUnreadable] = () => Said(new AdbError(AdbFailure.FileUnreadable, "")),
        [FailureCode.PhoneHeldByOtherProgram] = () => Task.FromResult<string?>(
            new FastbootError(FastbootFailure.HeldByOther, "").ToTalkError().FailureClass),
        [FailureCode.DownloadFailed] = () => Task.FromResult<string?>(ImageErrors.ClassOf(ImageFailure.NetworkLost)),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    private const string Unpack =
        "  - fetch: firmware.zip\n  - unpack: { archive: firmware.zip, members: [{ path: boot.img, file: boot.img }] }\n"
        + "  - flash: { partition: boot, file: boot.img, slot: a }\n";

    // Every one of these has its reason beside it; nothing here pretends to bring it about.
    private static readonly Dictionary<string, string> NotBroughtAbout = new()
    {
        [FailureCode.EdlErrorState] = "No station speaks to the chip's emergency mode yet; only the words of a tool that does are known.",
        [FailureCode.EdlAuthenticationNeeded] = "No station speaks to the chip's emergency mode yet; only the words of a tool that does are known.",
        [FailureCode.StationStopped] = "Nobody is left to report it: the next start writes that the attempt was interrupted.",
        [FailureCode.Interrupted] = "It is no end: the orchestrator shows it until somebody has looked at the phone.",
        [FailureCode.Cancelled] = "An attempt that was cancelled in time has its own outcome, and has failed at nothing.",
        [FailureCode.GivenUp] = "A person gives a job up at the orchestrator, whose tests have it.",
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Codes => [.. Raising.Keys];

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task What_arises_elsewhere_comes_back_as_its_class(string code) => Assert.Equal(code, await Raising[code]());

    [Fact]
    public void Every_class_of_the_catalogue_is_brought_about_somewhere_or_says_why_not()
    {
        string[] all =
        [
            .. EveryFailureTests.OfThePhone.Select(row => row.Data), .. FailuresOverAdbTests.Recipes.Keys, .. EveryFailureTests.OverUsb,
            EveryFailureTests.OfALock, .. Raising.Keys, .. NotBroughtAbout.Keys,
        ];

        Assert.Equal(FailureCatalogue.All.Select(failure => failure.Code).Order(), all.Distinct().Order());
        Assert.Empty(NotBroughtAbout.Keys.Intersect(Raising.Keys));
    }

    private static Task<string?> Said(AdbError error) => Task.FromResult<string?>(error.ToTalkError().FailureClass);

    private static async Task<string?> InDownloadModeAsync(string? said, string? program = null)
    {
        await using var rig = new DownloadRig(program);
        rig.Sockets.PlugDownloadMode(DownloadRig.Port);
        if (said is not null)
        {
            rig.During("flash", rig.FailFromNowOn(said));
        }

        await rig.FlashAsync(Write);
        return Assert.Single(rig.FailureClasses);
    }

    private static async Task<string?> OnSocketsAsync(Action<DownloadRig> prepare, string port = DownloadRig.Port)
    {
        await using var rig = new DownloadRig();
        prepare(rig);
        var connected = await rig.Bench.Connector.ConnectAsync(new PortAddress(1, port, [new PhoneWay.Usb(port)]), _ => { }, Stop);
        return connected.Error?.FailureClass;
    }

    private static async Task<string?> SameSerialAsync()
    {
        await using var rig = new DownloadRig();
        rig.Sockets.PlugDownloadMode(DownloadRig.Port, serial: "0123456789ABCDEF");
        rig.Sockets.PlugDownloadMode(DownloadRig.OtherPort, address: 8, serial: "0123456789ABCDEF");
        var nobody = new Surroundings(TextWriter.Null, TextWriter.Null, null, TalkIsTerminal: false, _ => null);
        return (await new PhoneFinder(rig.Bench, nobody).FindAsync(new PhoneSpec.Called("0123456789ABCDEF"), Stop)).Error?.FailureClass;
    }

    private static async Task<string?> ByFlashAsync(string steps, string? typed = null, Action<FlashRig>? prepare = null)
    {
        await using var rig = FlashRig.Start();
        prepare?.Invoke(rig);
        await rig.RunAsync(Head + "steps:\n" + steps, order => order with { YesErase = typed is null }, typed);
        return Assert.Single(rig.FailureClasses);
    }

    // The archive holds something else than the build says.
    private static void Archive(FlashRig rig, string member, byte[] content)
    {
        rig.WriteArchive("firmware.zip", member, content);
        rig.WriteBuild("firmware.zip", "boot.img");
        System.IO.File.Move(Path.Combine(rig.Files, "boot.img"), Path.Combine(rig.Files, "elsewhere"));
    }

    private static async Task<string?> OfTheStationAsync(string memory, DateTimeOffset now)
    {
        using var folder = new TempFolder();
        await System.IO.File.WriteAllTextAsync(folder.In("meminfo"), $"MemTotal: 16000000 kB\n{memory}\n", Stop);
        var time = new FakeTimeProvider(now);
        var plan = Plan();
        var check = new PlanCheck(
            new FolderImages(folder.Path, folder.In("made"), plan, time), new StationSelf(time, folder.In("meminfo")));
        return Assert.Single(await check.RunAsync(plan, Phone, Stop)).FailureCode;
    }

    private static Task<string?> OfThePlanAsync(Func<PreflightSubject, PreflightSubject> change, params Step[] steps)
    {
        var subject = new PreflightSubject(Plan(steps), new PhoneFacts(Phone.Facts)) { FreeDiskBytes = 1UL << 40, BytesToFetch = 0 };
        return Task.FromResult<string?>(Assert.Single(PreflightCheck.Run(change(subject)).Select(refusal => refusal.FailureCode).Distinct()));
    }

    private static async Task<string?> UnreadableAsync()
    {
        await using var rig = await StationRig.StartAsync();
        var link = await rig.LinkAsync();
        var order = new Orders(rig).Prepare();
        order.PreparationOrdered.Work.Plan = ByteString.CopyFromUtf8("no plan");
        await link.SayAsync(order);
        return Assert.Single((await link.HearAsync(request => request.Fact?.PhonePrepared)).Refusals).FailureClass;
    }

    private static PhoneSight Phone => new PhoneSight { Mode = PhoneMode.Bootloader }.With(
    [
        new("getvar.product", "virtual-a"), new("getvar.partition-size:userdata", "0x100000"), new("getvar.unlocked", "yes"),
        new("getvar.has-slot:persist", "no"), new("getvar.partition-size:persist", "0x1000"),
    ]);

    private static Plan.V1.Plan Plan(params Step[] steps) => new()
    {
        Format = 1,
        Model = new Model
        {
            Vendor = "espero",
            Codename = "virtual-a",
            Identity =
            {
                new FactTest { Fact = "getvar.product", OneOf = new FactTest.Types.OneOf { Values = { "virtual-a" } } },
                new FactTest { Fact = "partition.userdata", OneOf = new FactTest.Types.OneOf { Values = { "1048576" } } },
            },
        },
        Steps = { steps },
    };
}

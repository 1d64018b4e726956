using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using CliWrap;
using CliWrap.Buffered;
using Espero.Station.CommandLine;
using Espero.Station.Host.Tests.Workbench;
using Espero.Testing;
using Espero.VirtualPhone.Models;
using Espero.VirtualPhone.State;

namespace Espero.Station.Host.Tests.Conformance;

/// <summary>Phones that are alike: what one of Debian's tools does to the first, a recipe of ours does to the second.</summary>
internal sealed record SamePhones
{
    private const string Head =
        """
        recipe: one-act
        model: espero/virtual-c
        identity:
          - partition.userdata: "17179869184"
          -
        """;

    private const string ByBootloader = "getvar.product: virtual-c";
    private const string BySystem = "getprop.ro.product.device: virtual-c";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public PhoneMode StartMode { get; init; } = PhoneMode.Bootloader;

    public bool Locked { get; init; }

    public long? MaxDownloadSizeBytes { get; init; }

    /// <summary>Writes the files of the act beside the <c>boot.img</c> that is always there.</summary>
    public Func<string, CancellationToken, Task> WriteFiles { get; init; } = (_, _) => Task.CompletedTask;

    private bool HasAdb => StartMode is PhoneMode.System or PhoneMode.Recovery or PhoneMode.Sideload;

    /// <param name="endsWell">Whether the tool is expected to be content with what it did.</param>
    public async Task<ImmutableArray<string>> ByFastbootAsync(bool endsWell, params string[] arguments)
    {
        var record = new WireRecord();
        await using var rig = await StartAsync(record);
        await RunAsync(rig, "fastboot", ["-s", rig.Phone.Target, .. arguments], port: null, endsWell);
        return record.Commands;
    }

    /// <summary>By Debian's adb, through a server of its own.</summary>
    public async Task<ImmutableArray<string>> ByAdbAsync(params string[] arguments)
    {
        var record = new WireRecord();
        await using var rig = await StartAsync(record);
        var port = FreePort.Find();
        var phone = rig.Phone.AdbAddress!.ToString();
        await RunAsync(rig, "adb", ["start-server"], port, endsWell: true);
        try
        {
            await RunAsync(rig, "adb", ["connect", phone], port, endsWell: true);
            await RunAsync(rig, "adb", ["-s", phone, .. arguments], port, endsWell: true);
        }
        finally
        {
            await RunAsync(rig, "adb", ["kill-server"], port, endsWell: true);
        }

        return record.Commands;
    }

    /// <param name="steps">The steps of the recipe, one a line.</param>
    public async Task<ImmutableArray<string>> ByUsAsync(params string[] steps) => (await RecordUsAsync(steps)).WithoutLooks;

    public async Task<WireRecord> RecordUsAsync(params string[] steps)
    {
        var record = new WireRecord();
        await using var rig = await StartAsync(record);
        var recipe = $"{Head} {(HasAdb ? BySystem : ByBootloader)}\nproof: none\nsteps:\n{string.Concat(steps.Select(step => $"  - {step}\n"))}";
        var exit = await rig.RunAsync(recipe, request => request with { YesErase = true });
        Assert.True(exit == ExitCode.Ok, rig.Talk + rig.Output);
        return record;
    }

    private async Task<FlashRig> StartAsync(WireRecord record)
    {
        var rig = FlashRig.Start(options => options with
        {
            Model = VirtualC.Model,
            StartMode = StartMode,
            Locked = Locked,
            ListenAdb = HasAdb ? new(IPAddress.Loopback, 0) : null,
            AdbStaysOn = true,
            MaxDownloadSizeBytes = MaxDownloadSizeBytes,
            OnCommand = record.Add,
        });
        await WriteFiles(rig.Files, TestContext.Current.CancellationToken);
        return rig;
    }

    private static async Task RunAsync(FlashRig rig, string program, IEnumerable<string> arguments, int? port, bool endsWell)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limited.CancelAfter(Limit);
        var run = await Cli.Wrap(program)
            .WithArguments(arguments)
            .WithWorkingDirectory(rig.Files)
            .WithEnvironmentVariables(environment => environment
                .Set("HOME", rig.Files)
                .Set("ADB_LOCAL_TRANSPORT_MAX_PORT", "0")
                .Set("ANDROID_ADB_SERVER_PORT", port?.ToString(CultureInfo.InvariantCulture)))
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(limited.Token);
        Assert.True((run.ExitCode == 0) == endsWell, run.StandardOutput + run.StandardError);
    }
}

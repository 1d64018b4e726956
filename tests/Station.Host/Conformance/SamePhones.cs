using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using Espero.Station.CommandLine;
using Espero.Station.Host.Tests.Workbench;
using Espero.Testing;
using Espero.Testing.Programs;
using Espero.VirtualPhone.Models;
using Espero.VirtualPhone.State;

namespace Espero.Station.Host.Tests.Conformance;

/// <summary>Phones that are alike: what one of Debian's tools does to the first, a recipe of ours does to the second.</summary>
internal sealed record SamePhones
{
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
        await RunAsync(rig, "fastboot", ["-s", rig.Phone.Target, .. WithPaths(rig, arguments)], port: null, endsWell);
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
            await RunAsync(rig, "adb", ["-s", phone, .. WithPaths(rig, arguments)], port, endsWell: true);
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
        var exit = await rig.RunAsync(Recipe(steps), request => request with { YesErase = true });
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

    // A file is named as a recipe names it; the tools look for it in the folder of the test's own process.
    private static IEnumerable<string> WithPaths(FlashRig rig, IEnumerable<string> arguments) => arguments
        .Select(argument => File.Exists(Path.Combine(rig.Files, argument)) ? Path.Combine(rig.Files, argument) : argument);

    private string Recipe(IEnumerable<string> steps) =>
        $"""
        recipe: one-act
        model: espero/virtual-c
        identity:
          - partition.userdata: "17179869184"
          - {(HasAdb ? "getprop.ro.product.device" : "getvar.product")}: virtual-c
        proof: none
        steps:
        {string.Join('\n', steps.Select(step => $"  - {step}"))}
        """;

    private static async Task RunAsync(FlashRig rig, string program, IEnumerable<string> arguments, int? port, bool endsWell)
    {
        var environment = new Dictionary<string, string?>
        {
            ["HOME"] = rig.Files,
            ["ADB_LOCAL_TRANSPORT_MAX_PORT"] = "0",
            ["ANDROID_ADB_SERVER_PORT"] = port?.ToString(CultureInfo.InvariantCulture),
        };
        await using var tool = ChildProgram.Start(program, arguments, environment);
        var exit = await tool.WaitForExitAsync(Limit, TestContext.Current.CancellationToken);
        Assert.True((exit == 0) == endsWell, tool.Output);
    }
}

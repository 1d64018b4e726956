using Espero.Testing.Images;
using Espero.VirtualPhone.State;

namespace Espero.Station.Host.Tests.Conformance;

/// <summary>The services that Debian's adb opens on a phone, and those that we open for the same end.</summary>
public sealed class AdbConformanceTests
{
    private const string Package = "package.zip";
    private static readonly byte[] PackageBytes = TrialPackage.Make();

    private const string Shell = "shell,v2,raw:";
    private static readonly string[] Acts = ["reboot:", "sideload-host:"];
    private static readonly string[] FastbootWords = ["getvar:", "reboot-"];

    private static readonly string[] ThroughEveryMode =
    [
        $"fetch: {Package}",
        "reboot: bootloader",
        "await-mode: { mode: bootloader, within: 20s }",
        "reboot: recovery",
        "await-mode: { mode: recovery, within: 20s }",
        "reboot: sideload",
        "await-mode: { mode: sideload, within: 20s }",
        $"sideload: {Package}",
    ];

    [Fact]
    public async Task Restarts_and_a_sideload_open_the_services_that_adb_opens()
    {
        var sideload = $"sideload-host:{PackageBytes.Length}:65536";
        var inLargerBlocks = $"sideload-host:{PackageBytes.Length}:1048576";
        Assert.Equal(["reboot:bootloader"], await In(PhoneMode.System).ByAdbAsync("reboot", "bootloader"));
        Assert.Equal(["reboot:sideload"], await In(PhoneMode.Recovery).ByAdbAsync("reboot", "sideload"));
        Assert.Equal([sideload], await In(PhoneMode.Sideload).ByAdbAsync("sideload", Package));

        var ours = await In(PhoneMode.System).RecordUsAsync(ThroughEveryMode);

        Assert.Equal(
            ["reboot:bootloader", "reboot:sideload", inLargerBlocks],
            ours.Commands.Where(IsAct));
    }

    [Fact]
    public async Task Whatever_else_we_open_is_one_of_three_questions()
    {
        var ours = await In(PhoneMode.System).RecordUsAsync(ThroughEveryMode);

        Assert.Equal(
            [
                "cat /sys/class/power_supply/battery/capacity /sys/class/power_supply/battery/temp",
                "dumpsys battery",
                "getprop",
            ],
            ours.Commands.Where(IsService).Select(service => service[Shell.Length..]).Distinct().Order(StringComparer.Ordinal));
        Assert.All(ours.Commands.Where(IsService), service => Assert.StartsWith(Shell, service, StringComparison.Ordinal));

        static bool IsService(string command) => !IsAct(command) && !FastbootWords.Any(word => command.StartsWith(word, StringComparison.Ordinal));
    }

    private static bool IsAct(string command) => Acts.Any(act => command.StartsWith(act, StringComparison.Ordinal));

    private static SamePhones In(PhoneMode mode) => new()
    {
        StartMode = mode,
        WriteFiles = (folder, cancellationToken) => File.WriteAllBytesAsync(Path.Combine(folder, Package), PackageBytes, cancellationToken),
    };
}

using Espero.Station.Host.Tests.Failures;
using Espero.VirtualPhone.State;

namespace Espero.Station.Host.Tests.Conformance;

/// <summary>The services that Debian's adb opens on a phone, and those that we open for the same end.</summary>
public sealed class AdbConformanceTests
{
    private const string Package = "package.zip";
    private static readonly byte[] PackageBytes = FailuresOverAdbTests.Package();

    // A look reads properties and the battery, a proof reads what the recovery wrote: shell and sync. The rest acts.
    private static readonly string[] Questions = ["shell", "sync:"];

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
        Assert.Equal(["reboot:bootloader"], await In(PhoneMode.System).ByAdbAsync("reboot", "bootloader"));
        Assert.Equal(["reboot:sideload"], await In(PhoneMode.Recovery).ByAdbAsync("reboot", "sideload"));
        Assert.Equal([sideload], await In(PhoneMode.Sideload).ByAdbAsync("sideload", Package));

        var ours = await In(PhoneMode.System).RecordUsAsync(ThroughEveryMode);

        Assert.Equal(
            ["reboot:bootloader", "reboot:sideload", sideload],
            ours.Commands.Where(command => command.StartsWith("reboot:", StringComparison.Ordinal) || command.Contains("-host:", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Whatever_else_we_open_is_a_question()
    {
        var ours = await In(PhoneMode.System).RecordUsAsync(ThroughEveryMode);

        var services = ours.Commands.SkipWhile(command => !command.StartsWith("reboot:sideload", StringComparison.Ordinal)).Skip(1);
        Assert.All(
            services.Where(service => !service.StartsWith("sideload-host:", StringComparison.Ordinal)),
            service => Assert.Contains(Questions, question => service.StartsWith(question, StringComparison.Ordinal)));
    }

    private static SamePhones In(PhoneMode mode) => new()
    {
        StartMode = mode,
        WriteFiles = (folder, cancellationToken) => File.WriteAllBytesAsync(Path.Combine(folder, Package), PackageBytes, cancellationToken),
    };
}

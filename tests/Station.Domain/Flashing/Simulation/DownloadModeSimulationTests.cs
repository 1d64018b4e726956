using Espero.Plan.V1;
using Espero.Station.Domain.Flashing.Preflight;
using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Failures;
using Assert = Xunit.Assert;

namespace Espero.Station.Domain.Tests.Flashing.Simulation;

/// <summary>Phones in Samsung's download mode, which lists its partitions in a table of its own.</summary>
public sealed class DownloadModeSimulationTests
{
    private static readonly PhoneFacts Phone = new(
    [
        new("getvar.product", "virtual-a"), new("partition.userdata", "1048576"), new("partition.BOOT", "8192"),
        new("partition.SMALL", "512"), new("partition.REST", "unknown"),
    ]);

    [Theory]
    [InlineData("BOOT", null)]
    [InlineData("REST", null)] // in the table, without a size
    [InlineData("SMALL", FailureCode.ImageTooBig)]
    [InlineData("boot", FailureCode.PartitionMissing)] // in its own letters only
    public void A_plan_is_measured_by_the_phones_table(string partition, string? refusal) => Assert.Equal(
        refusal is null ? [] : [refusal],
        Look(Phone, PhoneMode.Download, Examples.Flash(partition: partition)).Refusals.Select(one => one.FailureCode));

    [Theory]
    [InlineData("getprop.sys.oem_unlock_allowed", "0", FailureCode.OemUnlockNotAllowed)]
    [InlineData("getprop.sys.oem_unlock_allowed", "1", null)]
    [InlineData("getprop.ro.boot.flash.locked", "1", FailureCode.BootloaderLocked)]
    [InlineData("getvar.unlocked", "no", FailureCode.BootloaderLocked)]
    public void It_takes_nothing_of_a_phone_that_its_system_calls_closed(string fact, string value, string? refusal) => Assert.Equal(
        refusal is null ? [] : [refusal],
        Look(Phone.With(fact, value), PhoneMode.Download, Examples.Flash(partition: "BOOT"), Examples.Flash(partition: "BOOT"))
            .Refusals.Select(one => one.FailureCode));

    [Fact]
    public void A_phone_that_is_open_may_have_its_switch_off() => Assert.Empty(Look(
        Phone.With([new("getprop.ro.boot.flash.locked", "0"), new("getprop.sys.oem_unlock_allowed", "0")]),
        PhoneMode.Download,
        Examples.Flash(partition: "BOOT")).Refusals);

    [Theory]
    [InlineData(RebootTarget.System, true)]
    [InlineData(RebootTarget.Recovery, false)]
    [InlineData(RebootTarget.Bootloader, false)]
    public void It_restarts_into_the_system_only(RebootTarget target, bool passes) =>
        Assert.Equal(passes, Look(Phone, PhoneMode.Download, Examples.Reboot(target: target)).Refusals.IsEmpty);

    [Fact]
    public void A_phone_in_its_system_is_proven_by_the_table_once_it_is_there()
    {
        var running = new PhoneFacts([new("getvar.product", "virtual-a"), new("battery.level", "80")]);

        var report = Look(
            running,
            PhoneMode.System,
            Examples.Reboot(target: RebootTarget.Download), Examples.Await(PhoneMode.Download), Examples.Flash(partition: "BOOT"));

        Assert.Empty(report.Refusals);
        Assert.Contains(report.Later, open => open is { Mode: PhoneMode.Download, Detail: "partition.userdata is not known yet." });
    }

    private static PreflightReport Look(PhoneFacts facts, PhoneMode mode, params Step[] steps) =>
        PreflightCheck.Look(Examples.AbleSubject(facts, steps) with { Mode = mode });
}

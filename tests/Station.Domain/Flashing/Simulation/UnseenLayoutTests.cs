using Espero.Plan.V1;
using Espero.Station.Domain.Flashing;
using Espero.Station.Domain.Flashing.Preflight;
using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Failures;
using Assert = Xunit.Assert;
using Change = Espero.Plan.V1.Logical.Types.Action;

namespace Espero.Station.Domain.Tests.Flashing.Simulation;

/// <summary>Plans that divide super on a phone of which only its size is known yet.</summary>
public sealed class UnseenLayoutTests
{
    private const ulong SizeBytes = 1UL << 20;

    private static readonly PhoneFacts Phone = Examples.Phone(
        ("getvar.partition-size:super", "0x10000000"), ("getvar.has-slot:product", "no"));

    [Theory]
    [InlineData(Change.Resize)]
    [InlineData(Change.Create)]
    [InlineData(Change.Delete)]
    public void What_a_change_to_super_hangs_on_is_asked_in_fastbootd(Change change)
    {
        var later = Look(Phone, Steps(change)).Later;

        Assert.Contains(later, open => (open.StepId, open.Mode) == ("logical", PhoneMode.Fastbootd));
    }

    [Theory]
    [InlineData(Change.Resize)]
    [InlineData(Change.Create)]
    [InlineData(Change.Delete)]
    public void A_run_looks_into_fastbootd_before_it_writes_what_comes_before_the_change(Change change)
    {
        var steps = Steps(change);
        var run = new PlanRun(Examples.PlanOf(steps), Permission.For("phone-1", new Release("release-1", "phone-1", "A. Person")));
        run.ReportChecked(Look(Phone, steps), PhoneMode.Bootloader);

        var first = Assert.IsType<RunMove.Do>(run.Next(Phone, PhoneMode.Bootloader)).Step;

        Assert.Equal(RebootTarget.Fastbootd, first.Reboot?.Target);
        Assert.False(run.PassedPointOfNoReturn);
    }

    [Fact]
    public void Once_fastbootd_was_asked_the_whole_plan_is_refused_and_nothing_is_left_to_ask()
    {
        var asked = Examples.Phone(
            ("getvar.partition-size:super", "0x10000000"), ("getvar.has-slot:product", "no"), ("fastbootd.is-userspace", "yes"));

        var report = Look(asked, Steps(Change.Resize));

        Assert.Equal(FailureCode.PartitionMissing, report.Refusals[0].FailureCode);
        Assert.DoesNotContain(report.Later, open => open.Mode == PhoneMode.Fastbootd);
    }

    private static Step[] Steps(Change change) =>
    [
        Examples.Flash(),
        Examples.Reboot(target: RebootTarget.Fastbootd),
        Examples.Await(PhoneMode.Fastbootd),
        new() { Id = "logical", Logical = new Logical { Action = change, Partition = "product", SizeBytes = SizeBytes } },
        .. change == Change.Delete ? Array.Empty<Step>() : [Examples.Flash("flash-product", partition: "product")],
    ];

    private static PreflightReport Look(PhoneFacts facts, params Step[] steps) =>
        PreflightCheck.Look(Examples.AbleSubject(facts, steps) with { Mode = PhoneMode.Bootloader });
}

using System.Collections.Frozen;
using System.Collections.Immutable;
using Espero.Plan.V1;
using Espero.Station.Domain.Flashing;
using Espero.Station.Domain.Flashing.Preflight;
using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Failures;
using Assert = Xunit.Assert;

namespace Espero.Station.Domain.Tests.Flashing;

public sealed class PreflightCheckTests
{
    [Fact]
    public void A_plan_that_fits_the_phone_has_no_refusal() => Assert.Empty(
        PreflightCheck.Run(Examples.Subject(Examples.Phone(), Examples.Fetch(), Examples.Flash(slot: Slot.Both), Examples.Erase())));

    [Theory]
    [InlineData("getvar.product", "virtual-b", FailureCode.WrongPhone)]
    [InlineData("getvar.product", "", FailureCode.PhoneNotIdentified)]
    [InlineData("getvar.partition-size:userdata", "0x200000", FailureCode.AmbiguousVariant)]
    [InlineData("getvar.unlocked", "no", FailureCode.BootloaderLocked)]
    [InlineData("getvar.battery-soc", "29", FailureCode.BatteryLow)]
    [InlineData("getvar.battery-soc-ok", "no", FailureCode.BatteryLow)]
    [InlineData("getvar.snapshot-update-status", "merging", FailureCode.SnapshotInProgress)]
    [InlineData("getvar.partition-size:boot_a", "", FailureCode.PartitionMissing)]
    [InlineData("getvar.partition-size:boot_a", "0xfff", FailureCode.ImageTooBig)]
    [InlineData("getvar.current-slot", "", FailureCode.PhoneNotIdentified)]
    public void One_fact_that_does_not_fit_refuses_the_plan(string fact, string value, string code) =>
        Assert.Equal(code, Assert.Single(Refusals(Examples.Phone((fact, value)), Examples.Flash())).FailureCode);

    [Fact]
    public void What_endangers_people_comes_before_every_other_reason() => Assert.Equal(
        [FailureCode.BatteryHot, FailureCode.WrongPhone],
        Refusals(Examples.Phone(("getvar.product", "virtual-b"), ("battery.temperature", "47")), Examples.Flash()).Select(refusal => refusal.FailureCode));

    [Theory]
    [InlineData("getvar.unlocked", "")]
    [InlineData("getvar.battery-soc", "")]
    [InlineData("getvar.battery-soc", "30")]
    [InlineData("getvar.snapshot-update-status", "none")]
    public void What_old_bootloaders_do_not_tell_does_not_refuse(string fact, string value) =>
        Assert.Empty(Refusals(Examples.Phone((fact, value)), Examples.Flash()));

    [Fact]
    public void A_bootloader_that_lists_no_partitions_is_trusted_to_refuse_by_itself()
    {
        var old = new PhoneFacts([new("getvar.product", "virtual-a"), new("getvar.version-baseband", "radio-1")]);
        var subject = Examples.Subject(old, Examples.Flash());
        subject.Plan.Model.Identity[1] = Examples.Is("getvar.version-baseband", "radio-1");

        Assert.Empty(PreflightCheck.Run(subject));
    }

    [Fact]
    public void A_plan_that_proves_its_model_by_one_source_is_refused()
    {
        var subject = Examples.Subject(Examples.Phone(), Examples.Flash());
        subject.Plan.Model.Identity[1] = Examples.Is("getvar.variant", "demo");

        Assert.Equal(FailureCode.PhoneNotIdentified, Assert.Single(PreflightCheck.Run(subject)).FailureCode);
    }

    [Fact]
    public void An_image_is_measured_against_every_slot_it_goes_to()
    {
        var subject = Examples.Subject(Examples.Phone(), Examples.Flash(slot: Slot.Both)) with
        {
            UnpackedBytes = new Dictionary<string, ulong> { ["boot.img"] = 0x1001 }.ToFrozenDictionary(),
        };

        var refusal = Assert.Single(PreflightCheck.Run(subject));

        Assert.Equal(FailureCode.ImageTooBig, refusal.FailureCode);
        Assert.StartsWith("boot_b holds 4096 bytes", refusal.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_slot_of_a_partition_without_slots_is_refused() => Assert.Equal(
        FailureCode.AmbiguousVariant,
        Assert.Single(Refusals(Examples.Phone(), Examples.Flash(slot: Slot.A, partition: "userdata"))).FailureCode);

    [Fact]
    public void A_phone_with_one_slot_cannot_change_it() => Assert.Equal(
        FailureCode.AmbiguousVariant,
        Assert.Single(Refusals(
            Examples.Phone(("getvar.slot-count", "1")),
            new Step { Id = "set-slot", SetSlot = new SetSlot { Slot = Slot.B } })).FailureCode);

    [Fact]
    public void A_step_whose_condition_already_fails_is_not_checked()
    {
        var step = Examples.Flash(partition: "nothing");
        step.Condition = Examples.When(Examples.Is("getvar.variant", "other"));

        Assert.Empty(Refusals(Examples.Phone(), step));
    }

    [Fact]
    public void Partitions_behind_a_reboot_to_another_mode_are_left_to_that_mode() => Assert.Empty(
        Refusals(Examples.Phone(), Examples.Reboot(target: RebootTarget.Fastbootd), Examples.Await(PhoneMode.Fastbootd), Examples.Flash(partition: "system")));

    [Fact]
    public void An_unlock_before_the_first_write_makes_a_locked_phone_acceptable()
    {
        var subject = Examples.Subject(
            Examples.Phone(("getvar.unlocked", "no")),
            new Step { Id = "unlock", Unlock = new Unlock { Method = Unlock.Types.Method.Flashing } },
            Examples.Flash()) with
        {
            SupportedVerbs = Enum.GetValues<Step.VerbOneofCase>().ToFrozenSet(),
        };

        Assert.Empty(PreflightCheck.Run(subject));
    }

    [Fact]
    public void Verbs_that_this_station_lacks_are_refused_in_fallbacks_too()
    {
        var step = Examples.Erase();
        step.Fallback.Add(new Step { Id = "format", Format = new Format { Partition = "userdata" } });

        Assert.Equal(
            new Refusal(FailureCode.VerbNotSupported, "format", "This station cannot carry out \"format\"."),
            Assert.Single(PreflightCheck.Run(Examples.Subject(Examples.Phone(), step) with
            {
                SupportedVerbs = new[] { Step.VerbOneofCase.Erase }.ToFrozenSet(),
            })));
    }

    [Fact]
    public void An_assert_before_the_point_of_no_return_is_judged_and_one_behind_it_is_not()
    {
        var assert = new Step { Id = "assert", Assert = new Espero.Plan.V1.Assert { Tests = { Examples.Is("getvar.secure", "no") } } };

        Assert.Equal(FailureCode.AssertionFailed, Assert.Single(Refusals(Examples.Phone(), assert, Examples.Erase())).FailureCode);
        Assert.Empty(Refusals(Examples.Phone(), Examples.Erase(), assert));
    }

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(1000, 1, false)]
    [InlineData(1 << 30, 1 << 20, true)]
    [InlineData(1 << 20, 1 << 20, false)]
    public void Files_must_fit_on_the_disk_with_a_reserve(ulong freeBytes, ulong toFetchBytes, bool fits)
    {
        var subject = Examples.Subject(Examples.Phone(), Examples.Flash()) with { FreeDiskBytes = freeBytes, BytesToFetch = toFetchBytes };

        Assert.Equal(fits, PreflightCheck.Run(subject).IsEmpty);
    }

    [Fact]
    public void Every_refusal_is_told_at_once_with_a_class_of_the_catalogue()
    {
        var refusals = Refusals(
            Examples.Phone(("getvar.product", "x"), ("getvar.unlocked", "no"), ("getvar.battery-soc", "3"), ("getvar.partition-size:boot_a", "1")),
            Examples.Flash());

        Assert.Equal(
            [FailureCode.WrongPhone, FailureCode.BatteryLow, FailureCode.BootloaderLocked, FailureCode.ImageTooBig],
            refusals.Select(refusal => refusal.FailureCode));
        Assert.All(refusals, refusal => Assert.NotNull(FailureCatalogue.Find(refusal.FailureCode)));
    }

    private static ImmutableArray<Refusal> Refusals(PhoneFacts facts, params Step[] steps) => PreflightCheck.Run(Examples.Subject(facts, steps));
}

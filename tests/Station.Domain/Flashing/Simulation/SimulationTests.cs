using System.Collections.Frozen;
using System.Diagnostics;
using Espero.Plan.V1;
using Espero.Station.Domain.Flashing;
using Espero.Station.Domain.Flashing.Preflight;
using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Failures;
using Assert = Xunit.Assert;

namespace Espero.Station.Domain.Tests.Flashing.Simulation;

public sealed class SimulationTests
{
    private const ulong MiB = 1UL << 20;

    private static readonly (string, string)[] DynamicPhone =
    [
        ("getvar.partition-size:super", "0x10000000"), // 256 MiB
        ("fastbootd.is-userspace", "yes"),
        ("fastbootd.is-logical:system_a", "yes"),
        ("fastbootd.partition-size:system_a", "0x6400000"), // 100 MiB
        ("fastbootd.is-logical:system_b", "yes"),
        ("fastbootd.partition-size:system_b", "0x6400000"),
        ("getvar.has-slot:system", "yes"),
    ];

    [Fact]
    public void A_slot_that_the_plan_has_set_is_the_one_that_is_measured() =>
        Assert.StartsWith("boot_b holds 4096 bytes", Only(Unpacked(0x1800, Examples.Phone(), SetSlot(Slot.B), Examples.Flash())).Detail, StringComparison.Ordinal);

    [Fact]
    public void A_condition_on_the_slot_sees_the_slot_that_the_plan_has_set()
    {
        var flash = Examples.Flash(partition: "nothing");
        flash.Condition = Examples.When(Examples.Is("getvar.current-slot", "b"));

        Assert.Empty(Look(Examples.Phone(), flash).Refusals);
        Assert.Equal(FailureCode.PartitionMissing, Only(Look(Examples.Phone(), SetSlot(Slot.Other), flash)).FailureCode);
    }

    [Fact]
    public void A_condition_on_a_fact_that_the_phone_does_not_tell_is_refused_before_anything_is_written()
    {
        var erase = Examples.Erase();
        erase.Condition = Examples.When(Examples.Is("getprop.ro.product.device", "x"));

        Assert.Equal(FailureCode.PhoneNotIdentified, Only(Look(Examples.Phone(), erase)).FailureCode);
    }

    [Fact]
    public void A_missing_partition_is_no_obstacle_where_a_fallback_helps()
    {
        var erase = Examples.Erase(partition: "cache");
        erase.Fallback.Add(Examples.Erase("instead"));

        Assert.Empty(Look(Examples.Phone(), erase).Refusals);
    }

    [Theory]
    [InlineData("recovery.img", true)]
    [InlineData("boot.img", false)]
    public void A_phone_with_its_recovery_in_boot_starts_nothing_else(string inBoot, bool startsIt)
    {
        var boot = Examples.Flash();
        boot.Flash.FileName = inBoot;
        var recovery = Examples.Flash("flash-recovery", partition: "recovery");
        recovery.Flash.FileName = "recovery.img";
        var phone = Examples.Phone(("getvar.has-slot:recovery", "no"), ("getvar.partition-size:recovery", "0x2000"));

        var refusals = Look(
            phone, boot, recovery, Examples.Reboot(target: RebootTarget.System), Examples.Await(PhoneMode.Recovery)).Refusals;

        Assert.Equal(startsIt, refusals.IsEmpty);
    }

    [Fact]
    public void Every_write_to_a_locked_phone_is_told_once() => Assert.Equal(
        FailureCode.BootloaderLocked,
        Only(Look(Examples.Phone(("getvar.unlocked", "no")), Examples.Flash(), Examples.Erase(), SetSlot(Slot.B))).FailureCode);

    [Theory]
    [InlineData("getvar.unlock-ability", "0", FailureCode.OemUnlockNotAllowed)]
    [InlineData("getprop.sys.oem_unlock_allowed", "0", FailureCode.OemUnlockNotAllowed)]
    [InlineData("getprop.ro.oem_unlock_supported", "0", FailureCode.UnlockForbidden)]
    [InlineData("getvar.carrier-lock", "yes", FailureCode.UnlockForbidden)]
    public void A_phone_that_does_not_let_itself_be_unlocked_is_refused(string fact, string value, string code) =>
        Assert.Equal(code, Only(Look(Examples.Phone(("getvar.unlocked", "no"), (fact, value)), Examples.Unlock(), Examples.Flash())).FailureCode);

    [Fact]
    public void A_carrier_has_the_last_word_when_the_switch_is_on_and_the_bootloader_says_no() => Assert.Equal(
        FailureCode.UnlockForbidden,
        Only(Look(
            Examples.Phone(("getvar.unlocked", "no"), ("getvar.unlock-ability", "0"), ("getprop.sys.oem_unlock_allowed", "1")),
            Examples.Unlock())).FailureCode);

    [Fact]
    public void A_verb_in_a_mode_that_does_not_hear_it_is_refused() => Assert.Equal(
        FailureCode.ModeNotReached,
        Only(Look(Examples.Phone(), Examples.Reboot(target: RebootTarget.System), Examples.Await(PhoneMode.System), Examples.Flash())).FailureCode);

    [Theory]
    [InlineData(RebootTarget.Sideload)]
    [InlineData(RebootTarget.Download)]
    public void A_bootloader_has_no_word_for_some_modes(RebootTarget target) =>
        Assert.Equal(FailureCode.ModeNotReached, Only(Look(Examples.Phone(), Examples.Reboot(target: target))).FailureCode);

    [Fact]
    public void Waiting_for_another_mode_than_the_one_that_was_asked_for_is_refused() => Assert.Equal(
        FailureCode.ModeNotReached,
        Only(Look(Examples.Phone(), Examples.Reboot(target: RebootTarget.Recovery), Examples.Await(PhoneMode.Fastbootd))).FailureCode);

    [Fact]
    public void A_restart_that_nobody_waits_for_is_refused() =>
        Assert.Equal(FailureCode.ModeNotReached, Only(Look(Examples.Phone(), Examples.Reboot(), Examples.Erase())).FailureCode);

    [Fact]
    public void Logical_partitions_that_fit_into_super_beside_the_other_slot_are_fine() =>
        Assert.Empty(InFastbootd(100 * MiB, Examples.Phone(DynamicPhone)).Refusals);

    [Fact]
    public void An_image_that_fits_only_without_the_other_slot_is_refused_with_the_sum()
    {
        var refusal = Only(InFastbootd(156 * MiB, Examples.Phone(DynamicPhone)));

        Assert.Equal(FailureCode.SuperNeedsWipe, refusal.FailureCode);
        Assert.Equal("super has 268435456 bytes; 2 logical partitions of all slots take 269484032 with alignment and tables.", refusal.Detail);
    }

    [Fact]
    public void One_byte_over_the_alignment_takes_the_next_whole_unit()
    {
        Assert.Empty(InFastbootd(155 * MiB, Examples.Phone(DynamicPhone)).Refusals);
        Assert.Equal(FailureCode.SuperNeedsWipe, Only(InFastbootd((155 * MiB) + 1, Examples.Phone(DynamicPhone))).FailureCode);
    }

    [Fact]
    public void Room_is_made_by_deleting_the_other_slots_partition_first()
    {
        var delete = new Step { Id = "delete", Logical = new Logical { Action = Logical.Types.Action.Delete, Partition = "system" } };
        var subject = Examples.AbleSubject(Examples.Phone(DynamicPhone), ToFastbootd(SetSlot(Slot.B), delete, SetSlot(Slot.A, "back"), System())) with
        {
            UnpackedBytes = Size(250 * MiB),
        };

        Assert.Empty(PreflightCheck.Look(subject).Refusals);
    }

    [Fact]
    public void Before_fastbootd_was_asked_a_plan_that_could_never_fit_is_refused_and_the_rest_is_asked_later()
    {
        var phone = Examples.Phone(DynamicPhone[..1]);

        Assert.Equal(FailureCode.SuperNeedsWipe, Only(InFastbootd(256 * MiB, phone)).FailureCode);
        var report = InFastbootd(200 * MiB, phone);
        Assert.Empty(report.Refusals);
        Assert.Equal(("system", PhoneMode.Fastbootd), (Assert.Single(report.Later).StepId, report.Later[0].Mode));
    }

    [Fact]
    public void What_was_open_is_answered_by_a_second_look_from_the_step_where_the_phone_is()
    {
        var subject = Examples.AbleSubject(Examples.Phone(DynamicPhone), ToFastbootd(System())) with
        {
            Mode = PhoneMode.Fastbootd,
            Place = new PlanPlace([], [System()]),
            UnpackedBytes = Size(156 * MiB),
        };

        Assert.Equal(FailureCode.SuperNeedsWipe, Assert.Single(PreflightCheck.Look(subject).Refusals).FailureCode);
    }

    [Fact]
    public void A_layout_that_is_written_anew_gives_its_room_back()
    {
        var super = new Step { Id = "super", Super = new Super { FileName = "boot.img", Wipe = true } };
        var subject = Examples.AbleSubject(Examples.Phone(DynamicPhone), ToFastbootd(super, System())) with { UnpackedBytes = Size(200 * MiB) };

        Assert.Empty(PreflightCheck.Look(subject).Refusals);
    }

    [Fact]
    public void A_partition_that_super_does_not_hold_is_refused_once_fastbootd_was_asked() => Assert.Equal(
        FailureCode.PartitionMissing,
        Assert.Single(PreflightCheck.Run(Examples.AbleSubject(Examples.Phone(DynamicPhone), ToFastbootd(Examples.Flash(partition: "product"))))).FailureCode);

    [Fact]
    public void A_raw_image_larger_than_one_download_is_refused()
    {
        var flash = Examples.Flash();
        flash.Flash.Raw = true;

        Assert.Equal(FailureCode.ImageTooBig, Only(Look(Examples.Phone(("getvar.max-download-size", "0x800")), flash)).FailureCode);
    }

    [Fact]
    public void A_plan_from_elsewhere_that_writes_what_exists_only_once_is_refused_in_its_fallbacks_too()
    {
        var erase = Examples.Erase();
        erase.Fallback.Add(Examples.Erase("never", "modemst1"));

        Assert.Equal(new Refusal(FailureCode.PartitionForbidden, "never", "modemst1 holds what exists only once and can never be restored."), Only(Look(Examples.Phone(), erase)));
    }

    [Fact]
    public void A_phone_in_its_system_is_proven_once_its_bootloader_speaks_and_before_anything_is_lost()
    {
        var running = new PhoneFacts([new("getprop.ro.product.device", "virtual-a"), new("battery.level", "80")]);
        Step[] steps = [Examples.Reboot(), Examples.Await(PhoneMode.Bootloader), Examples.Flash()];

        var report = Look(running, steps);

        Assert.Empty(report.Refusals);
        Assert.Equal(
            [("flash-boot", "getvar.product is not known yet."), ("flash-boot", "partition.userdata is not known yet.")],
            report.Later.Where(open => open.Mode == PhoneMode.Bootloader).Take(2).Select(open => (open.StepId, open.Detail)));
        var again = Examples.AbleSubject(Examples.Phone(("getvar.product", "other")), steps) with { Place = new PlanPlace([], [.. steps[2..]]) };
        Assert.Equal(FailureCode.WrongPhone, Assert.Single(PreflightCheck.Run(again)).FailureCode);
    }

    [Fact]
    public void A_phone_in_its_system_is_not_proven_later_when_the_plan_never_asks_its_bootloader() => Assert.Equal(
        FailureCode.PhoneNotIdentified,
        Look(new PhoneFacts([new("getprop.ro.product.device", "virtual-a")]), Examples.Reboot(target: RebootTarget.Recovery)).Refusals[0].FailureCode);

    [Fact]
    public void Behind_the_point_of_no_return_a_step_that_perhaps_runs_must_be_able_to()
    {
        var flash = Examples.Flash(partition: "nothing");
        flash.Condition = Examples.When(Examples.Is("getvar.absent", "yes"));

        Assert.Contains(
            Look(Examples.Phone(), Examples.Erase(), flash).Refusals, refusal => refusal.FailureCode == FailureCode.PartitionMissing);
    }

    [Fact]
    public void A_layout_that_perhaps_shrinks_is_measured_as_if_it_did_not()
    {
        var delete = new Step
        {
            Id = "delete",
            Condition = Examples.When(Examples.Is("getvar.absent", "yes")),
            Logical = new Logical { Action = Logical.Types.Action.Delete, Partition = "system", Slot = Slot.B },
        };
        var subject = Examples.AbleSubject(Examples.Phone(DynamicPhone), ToFastbootd(Examples.Erase(), delete, System())) with
        {
            UnpackedBytes = Size(156 * MiB),
        };

        Assert.Equal(FailureCode.SuperNeedsWipe, Assert.Single(PreflightCheck.Run(subject)).FailureCode);
    }

    [Fact]
    public void A_layout_that_the_plan_writes_anew_is_nobodys_to_ask()
    {
        var super = new Step { Id = "super", Super = new Super { FileName = "boot.img", Wipe = true } };

        var later = Look(Examples.Phone(DynamicPhone[..1]), ToFastbootd(super, System())).Later;

        Assert.Equal(PhoneMode.Unspecified, Assert.Single(later, open => open.StepId == "system").Mode);
    }

    [Fact]
    public void The_longest_plan_on_the_most_talkative_phone_is_simulated_far_within_a_second()
    {
        var facts = Examples.Phone([.. DynamicPhone, .. Enumerable.Range(0, 1000).Select(number => ($"getvar.partition-size:p{number}", "0x1000"))]);
        var subject = Examples.AbleSubject(facts, [.. Enumerable.Range(0, 500).Select(number => Examples.Flash($"flash-{number}", Slot.Both))]);
        PreflightCheck.Look(subject);

        var startedAt = Stopwatch.GetTimestamp();
        var report = PreflightCheck.Look(subject);

        Assert.Empty(report.Refusals);
        Assert.InRange(Stopwatch.GetElapsedTime(startedAt), TimeSpan.Zero, TimeSpan.FromMilliseconds(500));
    }

    private static PreflightReport Look(PhoneFacts facts, params Step[] steps) => PreflightCheck.Look(Examples.AbleSubject(facts, steps));

    private static PreflightReport Unpacked(ulong bytes, PhoneFacts facts, params Step[] steps) =>
        PreflightCheck.Look(Examples.AbleSubject(facts, steps) with { UnpackedBytes = Size(bytes) });

    private static PreflightReport InFastbootd(ulong bytes, PhoneFacts facts) => Unpacked(bytes, facts, ToFastbootd(System()));

    private static Step[] ToFastbootd(params Step[] steps) =>
        [Examples.Reboot(target: RebootTarget.Fastbootd), Examples.Await(PhoneMode.Fastbootd), .. steps];

    private static FrozenDictionary<string, ulong> Size(ulong bytes) => new Dictionary<string, ulong> { ["boot.img"] = bytes }.ToFrozenDictionary();

    private static Step System() => Examples.Flash("system", partition: "system");

    private static Step SetSlot(Slot slot, string id = "slot") => new() { Id = id, SetSlot = new SetSlot { Slot = slot } };

    private static Refusal Only(PreflightReport report) => Assert.Single(report.Refusals);
}

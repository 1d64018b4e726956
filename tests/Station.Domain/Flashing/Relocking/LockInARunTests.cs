using CsCheck;
using Espero.Plan.V1;
using Espero.Station.Domain.Flashing;
using Espero.Station.Domain.Flashing.Preflight;
using Espero.Station.Recipes.Failures;
using Espero.Station.Recipes.Vocabulary;
using Assert = Xunit.Assert;

namespace Espero.Station.Domain.Tests.Flashing.Relocking;

/// <summary>Wherever a lock stands in a plan, it is judged by what was really done to the phone before it.</summary>
public sealed class LockInARunTests
{
    [Fact]
    public void A_lock_is_handed_out_once_every_proof_is_there() =>
        Assert.Equal("lock", Lead(SignedPlan.Subject(), step => Ends.Done).Handed[^1]);

    [Fact]
    public void A_system_that_was_not_seen_running_refuses_the_lock() =>
        AssertRefused("first boot", Lead(SignedPlan.Subject(), step => step.VerifyBoot is null ? Ends.Done : Ends.Unseen));

    [Fact]
    public void A_fallback_that_writes_another_image_is_not_begun_where_a_lock_follows()
    {
        var steps = SignedPlan.Steps;
        steps[0].Fallback.Add(Examples.Flash("other-boot"));
        steps[0].Fallback[0].Flash.FileName = "other.img";

        var run = Lead(SignedPlan.Subject(steps: steps), step => step.Id == "flash-boot" ? Ends.Failed : Ends.Done);

        AssertRefused("coverage", run);
        Assert.Equal(["flash-boot"], run.Handed);
    }

    [Fact]
    public void A_partition_that_a_failed_write_left_half_written_refuses_the_lock()
    {
        var steps = SignedPlan.Steps;
        steps[0].Fallback.Add(Examples.Erase());

        AssertRefused("boot_a", Lead(SignedPlan.Subject(steps: steps), step => step.Id == "flash-boot" ? Ends.Failed : Ends.Done));
    }

    [Fact]
    public void A_lock_in_a_fallback_is_handed_out_with_every_proof() =>
        Assert.Equal("lock", Lead(SignedPlan.Subject(steps: InFallback(SignedPlan.Steps)), FailTheAssert).Handed[^1]);

    [Fact]
    public void A_lock_in_a_fallback_is_refused_without_one_of_them()
    {
        var run = Lead(SignedPlan.Subject(steps: InFallback([.. SignedPlan.Steps.Where(step => step.AvbKey is null)])), FailTheAssert);

        AssertRefused("trusted key", run);
    }

    [Fact]
    public void No_fallback_makes_a_lock_without_proofs_acceptable()
    {
        var locking = Examples.Lock();
        locking.Fallback.Add(Examples.Reboot());

        Assert.Equal(
            FailureCode.RelockRefused,
            Assert.Single(PreflightCheck.Run(SignedPlan.Subject(steps: [Examples.Flash(), locking]))).FailureCode);
    }

    [Fact]
    public void The_slot_that_was_current_when_the_images_were_written_is_the_one_that_holds_them()
    {
        var then = SignedPlan.Phone;
        var subject = SignedPlan.Subject(facts: then.With("getvar.current-slot", "b")) with
        {
            Place = new PlanPlace(
                [.. SignedPlan.Steps[..^1].Select(step => new PastStep(step, then, IsDone: true, step.VerifyBoot?.Proof ?? Proof.None))],
                [Examples.Lock()]),
        };

        Assert.Contains("slot b starts", Assert.Single(PreflightCheck.Run(subject)).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_that_may_write_anything_refuses_a_lock_behind_it()
    {
        var steps = SignedPlan.Steps.ToList();
        steps.Insert(3, new Step { Id = "sideload", Sideload = new Sideload { FileName = "boot.img" } });
        steps.InsertRange(3, [Examples.Reboot("away", RebootTarget.Recovery), Examples.Await(PhoneMode.Sideload, "to-sideload")]);

        Assert.Contains(
            "what boot_a holds is not sure",
            PreflightCheck.Run(SignedPlan.Subject(steps: steps)).Single(refusal => refusal.FailureCode == FailureCode.RelockRefused).Detail,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_slot_that_is_perhaps_changed_refuses_a_lock_behind_it()
    {
        var steps = SignedPlan.Steps.ToList();
        steps.Insert(3, new Step
        {
            Id = "slot",
            Condition = Examples.When(Examples.Is("getvar.absent", "yes")),
            SetSlot = new SetSlot { Slot = Slot.B },
        });

        Assert.Contains(
            PreflightCheck.Run(SignedPlan.Subject(steps: steps)),
            refusal => refusal.FailureCode == FailureCode.RelockRefused
                && refusal.Detail.Contains("which slot starts is not known", StringComparison.Ordinal));
    }

    [Fact]
    public void Whatever_fails_on_the_way_no_lock_is_handed_out_without_its_proofs()
    {
        var locked = 0;
        Gen.Int[0, int.MaxValue].Sample(
            seed =>
            {
                var chance = new Random(seed);
                var run = Lead(SignedPlan.Subject(steps: Scattered(chance)), step => chance.Next(6) == 0 ? Ends.Failed : Ends.Done);
                var place = run.Handed.IndexOf("lock");
                locked += place < 0 ? 0 : 1;
                Assert.True(place < 0 || IsProven(run, place), string.Join(", ", run.Ended.Select(one => $"{one.Step.Id} {one.End}")));
            },
            iter: 2000,
            threads: 1);

        Assert.NotEqual(0, locked);
    }

    // As a person would go through the log: both images were the last thing that was written to their partitions, and whole, the key
    // was given, and the system was seen after all of it.
    private static bool IsProven(Led run, int place)
    {
        var before = run.Ended[..place];
        var seen = before.FindLastIndex(one => one.Step.VerifyBoot is not null && one.End is Ends.Done);
        return seen > before.FindLastIndex(one => PointOfNoReturn.IsBehind(one.Step))
            && IsDone(before.FindLast(one => one.Step.Flash?.Partition == "boot"), "flash-boot", "boot-again")
            && IsDone(before.FindLast(one => one.Step.Flash?.Partition == "vbmeta"), "flash-vbmeta")
            && IsDone(before.FindLast(one => one.Step.AvbKey is not null), "key");

        static bool IsDone((Step? Step, Ends End) last, params string[] ids) =>
            last is { Step: { } step, End: Ends.Done } && ids.Contains(step.Id);
    }

    // The signed plan with steps taken out, put in elsewhere, and put behind others as their fallbacks.
    private static List<Step> Scattered(Random chance)
    {
        var steps = SignedPlan.Steps.ToList();
        var other = Examples.Flash("other-boot");
        other.Flash.FileName = "other.img";
        Step[] more = [other, Examples.Flash("boot-again"), Examples.Erase(), Examples.Verify(Proof.SeenOnUsb)];
        more[^1].Id = "verify-again";
        foreach (var step in more.Where(_ => chance.Next(3) == 0))
        {
            var place = chance.Next(steps.Count);
            if (chance.Next(2) == 0)
            {
                steps.Insert(place, step);
            }
            else
            {
                steps[place].Fallback.Add(step);
            }
        }

        if (chance.Next(4) == 0)
        {
            steps.RemoveAt(chance.Next(steps.Count));
        }

        return chance.Next(3) == 0 && steps.Exists(step => step.Id == "lock") ? [.. InFallback([.. steps])] : steps;
    }

    private static Step[] InFallback(Step[] steps)
    {
        var assert = new Step
        {
            Id = "assert",
            Assert = new Espero.Plan.V1.Assert { Tests = { Examples.Is("getvar.product", "virtual-a") } },
            Fallback = { steps.Single(step => step.Id == "lock") },
        };
        return [.. steps.Where(step => step.Id != "lock"), assert];
    }

    private static Ends FailTheAssert(Step step) => step.Assert is null ? Ends.Done : Ends.Failed;

    private static void AssertRefused(string proof, Led run)
    {
        Assert.DoesNotContain("lock", run.Handed);
        Assert.Equal(FailureCode.RelockRefused, run.End.Failure?.FailureCode);
        Assert.Contains(proof, run.End.Failure!.Detail, StringComparison.Ordinal);
    }

    // As a station does it: every check is a true one.
    private static Led Lead(PreflightSubject subject, Func<Step, Ends> endOf)
    {
        var release = Permission.For("phone-1", new Release("release-1", "phone-1", "A. Person"));
        var run = new PlanRun(subject.Plan, release);
        var ended = new List<(Step Step, Ends End)>();
        while (true)
        {
            switch (run.Next(subject.Facts, PhoneMode.Bootloader))
            {
                case RunMove.Check:
                    run.ReportChecked(PreflightCheck.Look(subject with { Place = run.Place }), PhoneMode.Bootloader);
                    break;
                case RunMove.Do(var look) when LookSteps.IsOne(look):
                    run.ReportDone();
                    break;
                case RunMove.Do(var step):
                    ended.Add((step, endOf(step)));
                    Report(run, ended[^1]);
                    break;
                case RunMove.End end:
                    return new Led(ended, end);
            }
        }
    }

    private static void Report(PlanRun run, (Step Step, Ends End) ended)
    {
        switch (ended.End)
        {
            case Ends.Failed:
                run.ReportFailed(ended.Step.Assert is null ? FailureCode.PhoneRefused : FailureCode.AssertionFailed, "no");
                break;
            case Ends.Unseen:
                run.ReportBoot(new BootVerdict.Seen(Proof.None));
                break;
            default:
                run.ReportDone();
                break;
        }
    }

    private enum Ends
    {
        Done,
        Failed,
        Unseen,
    }

    private sealed record Led(List<(Step Step, Ends End)> Ended, RunMove.End End)
    {
        public List<string> Handed => [.. Ended.Select(one => one.Step.Id)];
    }
}

using System.Collections.Frozen;
using Espero.Plan.V1;
using Espero.Station.Domain.Flashing.Preflight;
using Espero.Station.Recipes.Failures;
using Espero.Station.Recipes.VerifiedBoot;
using Google.Protobuf;
using Assert = Xunit.Assert;

namespace Espero.Station.Domain.Tests.Flashing.Relocking;

public sealed class RelockTests
{
    [Fact]
    public void A_plan_with_every_proof_may_lock() => Assert.Empty(PreflightCheck.Run(SignedPlan.Subject()));

    [Fact]
    public void A_phone_whose_unlock_ability_is_not_known_is_not_locked() =>
        AssertMissing("unlock ability", SignedPlan.Subject(SignedPlan.Good, Examples.Phone(SignedPlan.Vbmeta)));

    [Fact]
    public void A_flag_in_the_image_forbids_the_lock() => AssertMissing("checks switched on", SignedPlan.Subject(With(SignedPlan.Good, flags: 2)));

    [Fact]
    public void A_step_that_switches_verity_off_forbids_the_lock()
    {
        var subject = SignedPlan.Subject();
        subject.Plan.Steps[1].Flash.DisableVerity = true;

        AssertMissing("checks switched on", subject);
    }

    [Fact]
    public void A_broken_signature_forbids_the_lock() => AssertMissing("signatures", SignedPlan.Subject(With(SignedPlan.Good, isValid: false)));

    [Fact]
    public void An_image_that_nobody_read_forbids_the_lock() =>
        AssertMissing("signatures", SignedPlan.Subject() with { Vbmeta = FrozenDictionary<string, VbmetaImage>.Empty });

    [Fact]
    public void An_image_without_the_hash_that_was_signed_forbids_the_lock() =>
        AssertMissing("coverage", SignedPlan.Subject() with { VerifiedImages = FrozenSet<string>.Empty });

    [Fact]
    public void Another_key_than_the_phones_forbids_the_lock()
    {
        var subject = SignedPlan.Subject();
        subject.Plan.Files[2].Sha256 = ByteString.CopyFrom(new byte[32]);

        AssertMissing("trusted key", subject);
    }

    [Fact]
    public void A_plan_that_gives_no_key_does_not_lock()
    {
        var subject = SignedPlan.Subject();
        subject.Plan.Steps.RemoveAt(2);

        AssertMissing("trusted key", subject);
    }

    [Fact]
    public void An_older_index_than_the_phones_forbids_the_lock() => Assert.Contains(
        PreflightCheck.Run(SignedPlan.Subject(SignedPlan.Good, Examples.Phone([.. SignedPlan.Vbmeta, SignedPlan.Ability, ("getvar.rollback-index:0", "8")]))),
        refusal => refusal.FailureCode == FailureCode.RelockRefused && refusal.Detail.Contains("roll-back indexes", StringComparison.Ordinal));

    [Fact]
    public void A_start_from_the_slot_that_was_not_written_forbids_the_lock()
    {
        var subject = SignedPlan.Subject();
        subject.Plan.Steps.Insert(0, new Step { Id = "slot", SetSlot = new SetSlot { Slot = Slot.B } });
        subject.Plan.Steps[1].Flash.Slot = Slot.A;

        AssertMissing("slots", subject);
    }

    [Fact]
    public void A_system_that_was_never_seen_running_is_not_locked()
    {
        var subject = SignedPlan.Subject();
        subject.Plan.Steps.Remove(subject.Plan.Steps.Single(step => step.Id == "verify"));

        AssertMissing("first boot", subject);
    }

    private static void AssertMissing(string proof, PreflightSubject subject)
    {
        var refusal = Assert.Single(PreflightCheck.Run(subject));

        Assert.Equal((FailureCode.RelockRefused, "lock"), (refusal.FailureCode, refusal.StepId));
        Assert.Contains(proof, refusal.Detail, StringComparison.Ordinal);
    }

    private static VbmetaImage With(VbmetaImage image, uint flags = 0, bool isValid = true) => new()
    {
        Algorithm = image.Algorithm,
        RollbackIndex = image.RollbackIndex,
        RollbackIndexLocation = image.RollbackIndexLocation,
        Flags = flags,
        PublicKey = image.PublicKey,
        Descriptors = image.Descriptors,
        IsSignatureValid = isValid,
    };
}

using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using Espero.Plan.V1;
using Espero.Station.Domain.Flashing.Preflight;
using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Failures;
using Espero.Station.Recipes.VerifiedBoot;
using Google.Protobuf;
using Assert = Xunit.Assert;

namespace Espero.Station.Domain.Tests.Flashing.Relocking;

public sealed class RelockTests
{
    private static readonly ImmutableArray<byte> Key = [1, 2, 3];

    private static readonly VbmetaImage Good = new()
    {
        Algorithm = 1,
        RollbackIndex = 7,
        RollbackIndexLocation = 0,
        Flags = 0,
        PublicKey = Key,
        Descriptors = [new VbmetaDescriptor(VbmetaCover.Hash, "boot", 4096, "sha256", [], [], [])],
        IsSignatureValid = true,
    };

    [Fact]
    public void A_plan_with_every_proof_may_lock() => Assert.Empty(PreflightCheck.Run(Subject(Good)));

    [Fact]
    public void A_phone_whose_unlock_ability_is_not_known_is_not_locked() =>
        AssertMissing("unlock ability", Subject(Good, facts: Examples.Phone(Vbmeta)));

    [Fact]
    public void A_flag_in_the_image_forbids_the_lock() => AssertMissing("checks switched on", Subject(With(Good, flags: 2)));

    [Fact]
    public void A_step_that_switches_verity_off_forbids_the_lock()
    {
        var subject = Subject(Good);
        subject.Plan.Steps[1].Flash.DisableVerity = true;

        AssertMissing("checks switched on", subject);
    }

    [Fact]
    public void A_broken_signature_forbids_the_lock() => AssertMissing("signatures", Subject(With(Good, isValid: false)));

    [Fact]
    public void An_image_that_nobody_read_forbids_the_lock() =>
        AssertMissing("signatures", Subject(Good) with { Vbmeta = FrozenDictionary<string, VbmetaImage>.Empty });

    [Fact]
    public void An_image_without_the_hash_that_was_signed_forbids_the_lock() =>
        AssertMissing("coverage", Subject(Good) with { VerifiedImages = FrozenSet<string>.Empty });

    [Fact]
    public void Another_key_than_the_phones_forbids_the_lock()
    {
        var subject = Subject(Good);
        subject.Plan.Files[2].Sha256 = ByteString.CopyFrom(new byte[32]);

        AssertMissing("trusted key", subject);
    }

    [Fact]
    public void A_plan_that_gives_no_key_does_not_lock()
    {
        var subject = Subject(Good);
        subject.Plan.Steps.RemoveAt(2);

        AssertMissing("trusted key", subject);
    }

    [Fact]
    public void An_older_index_than_the_phones_forbids_the_lock() => Assert.Contains(
        PreflightCheck.Run(Subject(Good, facts: Examples.Phone([.. Vbmeta, Ability, ("getvar.rollback-index:0", "8")]))),
        refusal => refusal.FailureCode == FailureCode.RelockRefused && refusal.Detail.Contains("roll-back indexes", StringComparison.Ordinal));

    [Fact]
    public void A_start_from_the_slot_that_was_not_written_forbids_the_lock()
    {
        var subject = Subject(Good);
        subject.Plan.Steps.Insert(0, new Step { Id = "slot", SetSlot = new SetSlot { Slot = Slot.B } });
        subject.Plan.Steps[1].Flash.Slot = Slot.A;

        AssertMissing("slots", subject);
    }

    [Fact]
    public void A_system_that_was_never_seen_running_is_not_locked()
    {
        var subject = Subject(Good);
        subject.Plan.Steps.Remove(subject.Plan.Steps.Single(step => step.Id == "verify"));

        AssertMissing("first boot", subject);
    }

    private static readonly (string, string)[] Vbmeta =
    [
        ("getvar.has-slot:vbmeta", "yes"), ("getvar.partition-size:vbmeta_a", "0x10000"), ("getvar.partition-size:vbmeta_b", "0x10000"),
    ];

    private static readonly string[] VerifiedFiles = ["boot.img"];

    private static readonly (string, string) Ability = ("getvar.unlock-ability", "1");

    private static void AssertMissing(string proof, PreflightSubject subject)
    {
        var refusal = Assert.Single(PreflightCheck.Run(subject));

        Assert.Equal((FailureCode.RelockRefused, "lock"), (refusal.FailureCode, refusal.StepId));
        Assert.Contains(proof, refusal.Detail, StringComparison.Ordinal);
    }

    private static PreflightSubject Subject(VbmetaImage image, PhoneFacts? facts = null)
    {
        var vbmeta = Examples.Flash("flash-vbmeta", partition: "vbmeta");
        vbmeta.Flash.FileName = "vbmeta.img";
        var subject = Examples.AbleSubject(
            facts ?? Examples.Phone([.. Vbmeta, Ability]),
            Examples.Flash(),
            vbmeta,
            new Step { Id = "key", AvbKey = new AvbKey { FileName = "pkmd.bin" } },
            Examples.Reboot("start", RebootTarget.System),
            Examples.Verify(Proof.SeenOnUsb),
            new Step { Id = "ask", Ask = new Ask { SentenceCode = "to-bootloader", Mode = PhoneMode.Bootloader } },
            Examples.Lock()) with
        {
            Vbmeta = new Dictionary<string, VbmetaImage> { ["vbmeta.img"] = image }.ToFrozenDictionary(),
            VerifiedImages = VerifiedFiles.ToFrozenSet(),
        };
        subject.Plan.Files.Add(new Plan.V1.File { Name = "vbmeta.img", SizeBytes = 4096 });
        subject.Plan.Files.Add(new Plan.V1.File { Name = "pkmd.bin", SizeBytes = 3, Sha256 = ByteString.CopyFrom(SHA256.HashData(Key.AsSpan())) });
        return subject;
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

using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using Espero.Plan.V1;
using Espero.Station.Domain.Flashing.Preflight;
using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.VerifiedBoot;
using Google.Protobuf;

namespace Espero.Station.Domain.Tests.Flashing.Relocking;

/// <summary>A plan that locks its phone with every proof: a signed boot image, its key, a first boot that is seen.</summary>
internal static class SignedPlan
{
    public static readonly VbmetaImage Good = new()
    {
        Algorithm = 1,
        RollbackIndex = 7,
        RollbackIndexLocation = 0,
        Flags = 0,
        PublicKey = Key,
        Descriptors = [new VbmetaDescriptor(VbmetaCover.Hash, "boot", 4096, "sha256", [], [], [])],
        IsSignatureValid = true,
    };

    public static readonly (string, string)[] Vbmeta =
    [
        ("getvar.has-slot:vbmeta", "yes"), ("getvar.partition-size:vbmeta_a", "0x10000"), ("getvar.partition-size:vbmeta_b", "0x10000"),
    ];

    public static readonly (string, string) Ability = ("getvar.unlock-ability", "1");

    private static readonly string[] VerifiedFiles = ["boot.img"];

    private static ImmutableArray<byte> Key => [1, 2, 3];

    public static PhoneFacts Phone => Examples.Phone([.. Vbmeta, Ability]);

    public static Step[] Steps
    {
        get
        {
            var vbmeta = Examples.Flash("flash-vbmeta", partition: "vbmeta");
            vbmeta.Flash.FileName = "vbmeta.img";
            return
            [
                Examples.Flash(),
                vbmeta,
                new Step { Id = "key", AvbKey = new AvbKey { FileName = "pkmd.bin" } },
                Examples.Reboot("start", RebootTarget.System),
                Examples.Verify(Proof.SeenOnUsb),
                new Step { Id = "ask", Ask = new Ask { SentenceCode = "to-bootloader", Mode = PhoneMode.Bootloader } },
                Examples.Lock(),
            ];
        }
    }

    public static PreflightSubject Subject(VbmetaImage? image = null, PhoneFacts? facts = null, IEnumerable<Step>? steps = null)
    {
        var subject = Examples.AbleSubject(facts ?? Phone, [.. steps ?? Steps]) with
        {
            Vbmeta = new Dictionary<string, VbmetaImage> { ["vbmeta.img"] = image ?? Good }.ToFrozenDictionary(),
            VerifiedImages = VerifiedFiles.ToFrozenSet(),
        };
        subject.Plan.Files.Add(new Plan.V1.File { Name = "vbmeta.img", SizeBytes = 4096 });
        subject.Plan.Files.Add(
            new Plan.V1.File { Name = "pkmd.bin", SizeBytes = 3, Sha256 = ByteString.CopyFrom(SHA256.HashData(Key.AsSpan())) });
        return subject;
    }
}

using Espero.Plan.V1;
using Espero.Station.V1;
using Google.Protobuf;

namespace Espero.Station.Host.Tests.Run;

/// <summary>The orders of one job, in the words of the wire.</summary>
internal sealed class Orders(StationRig rig)
{
    public const string JobId = "01890000-0000-7000-8000-000000000001";

    public AttemptKey Attempt { get; init; } = new() { JobId = JobId, Epoch = 1 };

    public string PortPath { get; init; } = rig.PortPath;

    public List<Step> Steps { get; } =
    [
        new() { Id = "fetch", Fetch = new Fetch { FileNames = { "boot.img" } } },
        new() { Id = "write-boot", Flash = new Flash { Partition = "boot", FileName = "boot.img" } },
        new() { Id = "leave", Reboot = new Reboot { Target = RebootTarget.System } },
    ];

    public string Product { get; init; } = "virtual-a";

    /// <summary>What only a person reads off the phone is the second fact; else the size of its storage.</summary>
    public bool NeedsEyes { get; init; }

    public LinkResponse Prepare(bool hasUnlockCode = false) =>
        new() { PreparationOrdered = new PreparationOrdered { Work = Work(), HasUnlockCode = hasUnlockCode } };

    public LinkResponse Offer() => new() { AttemptOffered = new AttemptOffered { Attempt = Attempt, Work = Work() } };

    public LinkResponse Grant(string? phoneId = StationRig.PhoneId, string printedModel = "", string unlockCode = "") => new()
    {
        AttemptGranted = new AttemptGranted
        {
            Attempt = Attempt,
            Release = phoneId is null
                ? null
                : new Release { ReleaseId = "release", PhoneId = phoneId, ReleasedBy = "Ada", PrintedModel = printedModel },
            UnlockCode = ByteString.CopyFromUtf8(unlockCode),
        },
    };

    public LinkResponse Withdraw() => new() { AttemptWithdrawn = new AttemptWithdrawn { Attempt = Attempt } };

    public LinkResponse Cancel() => new() { CancelOrdered = new CancelOrdered { Attempt = Attempt } };

    public LinkResponse Inspect() => new() { InspectionOrdered = new InspectionOrdered { Attempt = Attempt, PortPath = PortPath } };

    private Work Work()
    {
        var bytes = Plan().ToByteString();
        return new Work
        {
            JobId = Attempt.JobId,
            PhoneId = StationRig.PhoneId,
            PortPath = PortPath,
            Plan = bytes,
            PlanSha256 = Recipes.Compiling.CompiledPlan.HashOf(bytes.Span),
        };
    }

    private Plan.V1.Plan Plan()
    {
        var plan = new Plan.V1.Plan
        {
            Format = 1,
            RecipeName = "test",
            BuildId = new string('0', 64),
            PromisedProof = Proof.None,
            Model = new Model
            {
                Vendor = "espero",
                Codename = Product,
                Identity =
                {
                    new FactTest { Fact = "getvar.product", OneOf = new FactTest.Types.OneOf { Values = { Product } } },
                    NeedsEyes
                        ? new FactTest { Fact = "person.model", OneOf = new FactTest.Types.OneOf { Values = { "EV-1A" } } }
                        : new FactTest { Fact = "partition.userdata", OneOf = new FactTest.Types.OneOf { Values = { "17179869184" } } },
                },
            },
        };
        plan.Files.Add(new Plan.V1.File { Name = "boot.img", SizeBytes = (ulong)rig.Files.Content.Length, Sha256 = rig.Files.Sha256 });
        plan.Steps.AddRange(Steps);
        return plan;
    }
}

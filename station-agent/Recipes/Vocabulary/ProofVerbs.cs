using System.Collections.Immutable;
using Espero.Plan.V1;
using Field = Espero.Plan.V1.Step.VerbOneofCase;

namespace Espero.Station.Recipes.Vocabulary;

/// <summary>Records what is known. These only read.</summary>
internal static class ProofVerbs
{
    public static readonly ImmutableArray<Verb> All =
    [
        new("snapshot-facts", VerbGroup.Proof, Field.SnapshotFacts, LosesData: false, [])
        {
            Compile = (step, _) => step.SnapshotFacts = new SnapshotFacts(),
        },
        new("checkpoint", VerbGroup.Proof, Field.Checkpoint, LosesData: false, [new("name", KeyKind.Code) { IsRequired = true }])
        {
            ShortKey = "name",
            Compile = (step, arguments) => step.Checkpoint = new Checkpoint { Name = arguments.Text("name") },
        },
        // Reads the partition's beginning back and finds it empty; the erasing is the step before it.
        new("erase-proof", VerbGroup.Proof, Field.EraseProof, LosesData: false,
            [new("partition", KeyKind.Partition) { IsRequired = true }])
        {
            ShortKey = "partition",
            Compile = (step, arguments) => step.EraseProof = new EraseProof { Partition = arguments.Text("partition") },
        },
        new("verify-boot", VerbGroup.Proof, Field.VerifyBoot, LosesData: false,
            [
                new("proof", KeyKind.Choice) { IsRequired = true, Choices = PlanWords.Proofs.Words },
                new("within", KeyKind.Duration) { IsRequired = true },
                new("tests", KeyKind.Tests),
            ])
        {
            Compile = (step, arguments) => step.VerifyBoot = new VerifyBoot
            {
                Proof = arguments.Choice("proof", PlanWords.Proofs),
                Deadline = arguments.Duration("within"),
                Tests = { arguments.Tests("tests") },
            },
        },
    ];
}

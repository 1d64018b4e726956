using Espero.Plan.V1;
using Espero.Station.Recipes.Failures;
using Espero.Station.Recipes.Vocabulary;

namespace Espero.Station.Domain.Flashing.Preflight;

/// <summary>No step, no fallback writes what exists only once. The compiler refuses it too; a plan may come from elsewhere.</summary>
internal static class ForbiddenPartitionCheck
{
    public static IEnumerable<Refusal> Run(PreflightSubject subject) => subject.Plan.AllSteps()
        .Where(step => IsForbidden(TargetOf(step)))
        .Select(step => new Refusal(
            FailureCode.PartitionForbidden, step.Id, $"{TargetOf(step)} holds what exists only once and can never be restored."));

    private static string TargetOf(Step step) => step.VerbCase switch
    {
        Step.VerbOneofCase.Flash => step.Flash.Partition,
        Step.VerbOneofCase.Erase => step.Erase.Partition,
        Step.VerbOneofCase.Format => step.Format.Partition,
        Step.VerbOneofCase.Logical => step.Logical.Partition,
        _ => "",
    };

    private static bool IsForbidden(string partition) =>
        PartitionCatalogue.ClassOf(partition) == PartitionClass.NeverWrite
        || PartitionCatalogue.ClassOf(PartitionCatalogue.WithoutSlot(partition)) == PartitionClass.NeverWrite;
}

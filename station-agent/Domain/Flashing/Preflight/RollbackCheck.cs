using Espero.Plan.V1;
using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Failures;
using Espero.Station.Recipes.Vocabulary;

namespace Espero.Station.Domain.Flashing.Preflight;

/// <summary>The build is not older than what either slot of the phone, or the phone itself, has had.</summary>
internal static class RollbackCheck
{
    public static IEnumerable<Refusal> Run(PreflightSubject subject, LaterFacts later) => subject.Plan.RollbackMarks
        .Where(mark => !later.WillTell(mark.Fact))
        .SelectMany(mark => Mark(mark, subject.Facts))
        .Concat(Images(subject));

    private static IEnumerable<Refusal> Mark(RollbackMark mark, PhoneFacts facts) => RollbackFacts.Known(mark.Fact, facts).Count == 0
        ? [new Refusal(FailureCode.RollbackRefused, "", $"{mark.Fact} is not known; the build carries {mark.Value}.")]
        : RollbackFacts.Ahead(mark, facts).Select(fact => new Refusal(
            FailureCode.RollbackRefused, "", $"{fact} is \"{facts.Find(fact)}\"; the build carries {mark.Value}."));

    // The images themselves say how new they are; a phone that tells what it keeps is compared with them.
    private static IEnumerable<Refusal> Images(PreflightSubject subject)
    {
        foreach (var step in subject.Plan.AllSteps().Where(step => step.VerbCase == Step.VerbOneofCase.Flash))
        {
            if (!subject.Vbmeta.TryGetValue(step.Flash.FileName, out var image))
            {
                continue;
            }

            var name = $"getvar.rollback-index:{image.RollbackIndexLocation}";
            foreach (var fact in RollbackFacts.Known(name, subject.Facts))
            {
                if (subject.Facts.Find(fact) is { } kept && !RollbackFacts.IsAtLeast($"{image.RollbackIndex}", kept))
                {
                    yield return new Refusal(
                        FailureCode.RollbackRefused,
                        step.Id,
                        $"{fact} is \"{kept}\"; {step.Flash.FileName} has the index {image.RollbackIndex}.");
                }
            }
        }
    }
}

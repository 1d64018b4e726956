using Espero.Plan.V1;
using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Facts;
using Espero.Station.Recipes.Failures;

namespace Espero.Station.Domain.Flashing.Preflight;

/// <summary>The build is not older than what either slot of the phone, or the phone itself, has had.</summary>
internal static class RollbackCheck
{
    private static readonly string[] Places = ["", ":a", ":b"];

    public static IEnumerable<Refusal> Run(PreflightSubject subject, LaterFacts later) => subject.Plan.RollbackMarks
        .Where(mark => !later.WillTell(mark.Fact))
        .SelectMany(mark => Mark(mark, subject.Facts))
        .Concat(Images(subject));

    private static IEnumerable<Refusal> Mark(RollbackMark mark, PhoneFacts facts)
    {
        var known = Places.Select(place => mark.Fact + place).Where(fact => facts.Find(fact) is not null).ToList();
        return known.Count == 0
            ? [new Refusal(FailureCode.RollbackRefused, "", $"{mark.Fact} is not known; the build carries {mark.Value}.")]
            : known.Where(fact => !IsAtLeast(mark.Value, facts.Find(fact)!))
                .Select(fact => new Refusal(
                    FailureCode.RollbackRefused, "", $"{fact} is \"{facts.Find(fact)}\"; the build carries {mark.Value}."));
    }

    // The images themselves say how new they are; a phone that tells what it keeps is compared with them.
    private static IEnumerable<Refusal> Images(PreflightSubject subject)
    {
        foreach (var step in subject.Plan.Steps.Where(step => step.VerbCase == Step.VerbOneofCase.Flash))
        {
            if (!subject.Vbmeta.TryGetValue(step.Flash.FileName, out var image))
            {
                continue;
            }

            var name = $"getvar.rollback-index:{image.RollbackIndexLocation}";
            foreach (var fact in Places.Select(place => name + place))
            {
                if (subject.Facts.Find(fact) is { } kept && !IsAtLeast($"{image.RollbackIndex}", kept))
                {
                    yield return new Refusal(
                        FailureCode.RollbackRefused,
                        step.Id,
                        $"{fact} is \"{kept}\"; {step.Flash.FileName} has the index {image.RollbackIndex}.");
                }
            }
        }
    }

    // What cannot be compared is not known to be new enough.
    private static bool IsAtLeast(string carried, string kept) =>
        DottedNumber.TryParse(carried, out var build) && DottedNumber.TryParse(kept, out var phone) && build.IsAtLeast(phone);
}

using Espero.Plan.V1;
using Espero.Station.Recipes.Failures;
using Espero.Station.Recipes.Vocabulary;

namespace Espero.Station.Domain.Flashing.Preflight;

/// <summary>Everything the plan may do, fallbacks included, can be done here.</summary>
internal static class VerbCheck
{
    public static IEnumerable<Refusal> Run(PreflightSubject subject) => subject.Plan.AllSteps()
        .Where(step => !subject.SupportedVerbs.Contains(step.VerbCase))
        .Select(step => new Refusal(FailureCode.VerbNotSupported, step.Id, $"This station cannot carry out \"{NameOf(step)}\"."));

    private static string NameOf(Step step) => VerbCatalogue.TryFind(step, out var verb) ? verb.Name : "a verb of a newer vocabulary";
}

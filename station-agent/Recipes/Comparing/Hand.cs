using Espero.Station.Recipes.Vocabulary;

namespace Espero.Station.Recipes.Comparing;

/// <summary>What a person must do for a plan.</summary>
/// <param name="StepId">The step that asks.</param>
/// <param name="SentenceCode">What is asked; a code of the catalogue of sentences.</param>
/// <param name="Needs">The words of what it needs: touch, keys, sim, account.</param>
public sealed record Hand(string StepId, string SentenceCode, IReadOnlyList<string> Needs)
{
    /// <summary>Every place of a plan where a person must act, those of its fallbacks too.</summary>
    public static IReadOnlyList<Hand> Of(Plan.V1.Plan plan) => [.. plan.AllSteps().Select(Of).OfType<Hand>()];

    private static Hand? Of(Plan.V1.Step step) => step.VerbCase switch
    {
        Plan.V1.Step.VerbOneofCase.Ask => new(step.Id, step.Ask.SentenceCode, [.. step.Ask.Needs.Select(PlanWords.Needs.WordOf)]),
        Plan.V1.Step.VerbOneofCase.FetchManual => new(step.Id, step.FetchManual.SentenceCode, []),
        _ => null,
    };
}

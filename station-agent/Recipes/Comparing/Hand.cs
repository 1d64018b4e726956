using Espero.Station.Recipes.Vocabulary;

namespace Espero.Station.Recipes.Comparing;

/// <summary>What a person must do for a plan.</summary>
/// <param name="StepId">The step that asks.</param>
/// <param name="SentenceCode">What is asked; a code of the catalogue of sentences.</param>
/// <param name="Words">What the recipe's source says beneath the sentence; empty for nothing.</param>
public sealed record Hand(string StepId, string SentenceCode, IReadOnlyList<Plan.V1.Ask.Types.Need> Needs, string Words)
{
    /// <summary>Every place of a plan where a person must act, those of its fallbacks too.</summary>
    public static IReadOnlyList<Hand> Of(Plan.V1.Plan plan) => [.. plan.AllSteps().Select(Of).OfType<Hand>()];

    private static Hand? Of(Plan.V1.Step step) => step.VerbCase switch
    {
        Plan.V1.Step.VerbOneofCase.Ask => new(step.Id, step.Ask.SentenceCode, step.Ask.Needs, step.Ask.Words),
        Plan.V1.Step.VerbOneofCase.FetchManual => new(step.Id, step.FetchManual.SentenceCode, [], ""),
        _ => null,
    };
}

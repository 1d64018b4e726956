namespace Espero.Station.Recipes.Comparing;

/// <summary>What a person must do for a plan.</summary>
/// <param name="StepId">The step that asks.</param>
/// <param name="SentenceCode">What is asked; a code of the catalogue of sentences.</param>
/// <param name="Needs">The words of what it needs: touch, keys, sim, account.</param>
public sealed record Hand(string StepId, string SentenceCode, IReadOnlyList<string> Needs)
{
    /// <summary>Every place of a plan where a person must act, those of its fallbacks too.</summary>
    public static IReadOnlyList<Hand> Of(Plan.V1.Plan plan) => [.. plan.Steps.SelectMany(Of)];

    private static IEnumerable<Hand> Of(Plan.V1.Step step)
    {
        var own = step.VerbCase switch
        {
            Plan.V1.Step.VerbOneofCase.Ask =>
                new Hand(step.Id, step.Ask.SentenceCode, [.. step.Ask.Needs.Select(Vocabulary.PlanWords.Needs.WordOf)]),
            Plan.V1.Step.VerbOneofCase.FetchManual => new Hand(step.Id, step.FetchManual.SentenceCode, []),
            _ => null,
        };
        return step.Fallback.SelectMany(Of).Concat(own is null ? [] : [own]);
    }
}

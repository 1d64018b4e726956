using System.Collections.Immutable;
using Espero.Plan.V1;
using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Models;

namespace Espero.Station.Domain.Rehearsing;

/// <summary>
/// Tells a twin's model as outsiders do: a phone that was recorded, and the data sets that the recipe was not made of. A recipe may have taken its expectation
/// from the very outsider that now says the same; that is no confirmation. So each outsider is held against what is known
/// without it.
/// </summary>
internal static class TwinIdentity
{
    /// <param name="model">What all data sets say; null when none knows it.</param>
    /// <param name="dataSet">The recipe's own.</param>
    /// <param name="recorded">What a phone of the model said itself.</param>
    /// <returns>What the twin says wherever the recipe asks for its model; null when a test cannot be answered by anybody.</returns>
    public static (PhoneFacts Facts, Confirmation Confirmation)? Of(
        Plan.V1.Plan plan, ModelFacts? model, string dataSet, PhoneFacts recorded)
    {
        var facts = PhoneFacts.None;
        var confirmed = 0;
        foreach (var test in plan.Model.Identity)
        {
            if (recorded.Find(test.Fact) is not null)
            {
                confirmed += FactJudge.Judge(test, recorded) is Verdict.Holds ? 1 : 0;
                continue;
            }

            string[] outsiders = [.. (model?.DataSets ?? []).Where(set => set != dataSet)];
            var said = outsiders.SelectMany(set => ModelMarks.Of(model!.Only(set), test.Fact)).FirstOrDefault();
            if ((said ?? Expected(test)) is not { } value)
            {
                return null;
            }

            facts = facts.With(test.Fact, value);
            confirmed += outsiders.Any(set => IsConfirmed(test, model!, set)) ? 1 : 0;
        }

        return (facts, confirmed == 0 ? Confirmation.None
            : confirmed == plan.Model.Identity.Count ? Confirmation.Whole
            : Confirmation.InPart);
    }

    private static bool IsConfirmed(FactTest test, ModelFacts model, string outsider)
    {
        var known = ModelMarks.Of(model.Without(outsider), test.Fact);
        return ModelMarks.Of(model.Only(outsider), test.Fact)
            .Any(value => FactJudge.Judge(OneOf(test.Fact, known), PhoneFacts.None.With(test.Fact, value)) is Verdict.Holds);
    }

    private static FactTest OneOf(string fact, ImmutableArray<string> values)
    {
        var test = new FactTest { Fact = fact, OneOf = new FactTest.Types.OneOf() };
        test.OneOf.Values.Add(values);
        return test;
    }

    private static string? Expected(FactTest test) => test.OneOf?.Values.FirstOrDefault();
}

using Espero.Plan.V1;
using Espero.Station.Recipes.Words;

namespace Espero.Station.Recipes.Comparing;

/// <summary>Says tests of facts: in English as a recipe writes them, so that a person can look them up there; in French in French.</summary>
public static class TestWords
{
    /// <summary>"getvar.product: sargo".</summary>
    public static Sentence Of(FactTest test) => In(Expectation(test), words => $"{test.Fact}: {words}");

    /// <summary>What is expected, without the fact.</summary>
    public static Sentence Expectation(FactTest test) => test.ExpectationCase switch
    {
        FactTest.ExpectationOneofCase.OneOf => Same(string.Join(" | ", test.OneOf.Values)),
        FactTest.ExpectationOneofCase.Matches => new($"matches {test.Matches}", $"de la forme {test.Matches}"),
        FactTest.ExpectationOneofCase.AtLeast => new($"at-least {test.AtLeast}", $"au moins {test.AtLeast}"),
        FactTest.ExpectationOneofCase.Present => test.Present ? new("present true", "présent") : new("present false", "absent"),
        FactTest.ExpectationOneofCase.None => Same("?"),
    };

    /// <summary>A condition with its groups in brackets; null when there is none.</summary>
    public static Sentence? Of(Condition? condition) => condition?.KindCase switch
    {
        Condition.KindOneofCase.Test => Of(condition.Test),
        Condition.KindOneofCase.All => Group("all", "à la fois ", condition.All.Conditions_),
        Condition.KindOneofCase.Any => Group("any", "l'un de ", condition.Any.Conditions_),
        Condition.KindOneofCase.Not => Group("not", "sauf ", [condition.Not]),
        _ => null,
    };

    private static Sentence Group(string english, string french, IEnumerable<Condition> conditions)
    {
        Sentence[] all = [.. conditions.Select(Of).OfType<Sentence>()];
        return new(
            $"{english}({string.Join(", ", all.Select(one => one.English))})", $"{french}({string.Join(", ", all.Select(one => one.French))})");
    }

    private static Sentence In(Sentence words, Func<string, string> frame) => new(frame(words.English), frame(words.French));

    private static Sentence Same(string words) => new(words, words);
}

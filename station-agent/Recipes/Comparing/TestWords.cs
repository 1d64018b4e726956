using Espero.Plan.V1;

namespace Espero.Station.Recipes.Comparing;

/// <summary>Writes tests of facts as a recipe does; the words are the same in every language.</summary>
public static class TestWords
{
    /// <summary>"getvar.product: sargo".</summary>
    public static string Of(FactTest test) => $"{test.Fact}: {Expectation(test)}";

    /// <summary>What is expected, without the fact.</summary>
    public static string Expectation(FactTest test) => test.ExpectationCase switch
    {
        FactTest.ExpectationOneofCase.OneOf => string.Join(" | ", test.OneOf.Values),
        FactTest.ExpectationOneofCase.Matches => $"matches {test.Matches}",
        FactTest.ExpectationOneofCase.AtLeast => $"at-least {test.AtLeast}",
        FactTest.ExpectationOneofCase.Present => $"present {(test.Present ? "true" : "false")}",
        FactTest.ExpectationOneofCase.None => "?",
    };

    /// <summary>A condition with its groups in brackets; empty when there is none.</summary>
    public static string Of(Condition? condition) => condition?.KindCase switch
    {
        Condition.KindOneofCase.Test => Of(condition.Test),
        Condition.KindOneofCase.All => $"all({string.Join(", ", condition.All.Conditions_.Select(Of))})",
        Condition.KindOneofCase.Any => $"any({string.Join(", ", condition.Any.Conditions_.Select(Of))})",
        Condition.KindOneofCase.Not => $"not({Of(condition.Not)})",
        _ => "",
    };
}

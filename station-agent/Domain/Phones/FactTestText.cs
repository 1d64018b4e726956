using Espero.Plan.V1;

namespace Espero.Station.Domain.Phones;

/// <summary>Says a test and what was found, for the detail of a refusal. English.</summary>
public static class FactTestText
{
    public static string Describe(FactTest test, PhoneFacts facts)
    {
        var found = facts.Find(test.Fact) is { } value ? $"is \"{value}\"" : "is not known";
        return test.ExpectationCase switch
        {
            FactTest.ExpectationOneofCase.OneOf => $"{test.Fact} {found}; wanted: {string.Join(" or ", test.OneOf.Values)}.",
            FactTest.ExpectationOneofCase.Matches => $"{test.Fact} {found}; wanted: something like {test.Matches}.",
            FactTest.ExpectationOneofCase.AtLeast => $"{test.Fact} {found}; wanted: at least {test.AtLeast}.",
            FactTest.ExpectationOneofCase.Present => $"{test.Fact} {found}; wanted: {(test.Present ? "known" : "not known")}.",
            FactTest.ExpectationOneofCase.None => $"{test.Fact} {found}; the test says nothing it wants.",
        };
    }
}

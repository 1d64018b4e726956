using Espero.Plan.V1;
using Espero.Station.Recipes.Facts;

namespace Espero.Station.Domain.Phones;

/// <summary>Answers the questions of a plan about a phone's facts.</summary>
public static class FactJudge
{
    // A compiled plan nests less; a plan from elsewhere must not exhaust the stack.
    private const int MaxDepth = 32;

    public static Verdict Judge(FactTest test, PhoneFacts facts)
    {
        var value = facts.Find(test.Fact);
        if (test.ExpectationCase == FactTest.ExpectationOneofCase.Present)
        {
            return Of(test.Present == (value is not null));
        }

        return value is null ? Verdict.NotKnown : JudgeValue(test, value);
    }

    /// <summary>All hold; one that fails decides, one that is not known leaves it open.</summary>
    public static Verdict JudgeAll(IEnumerable<FactTest> tests, PhoneFacts facts) => And(tests.Select(test => Judge(test, facts)));

    /// <summary>An absent condition holds; a part that is not known stays so unless the others decide without it.</summary>
    public static Verdict Judge(Condition? condition, PhoneFacts facts) =>
        condition is null ? Verdict.Holds : Judge(condition, facts, depth: 0);

    private static Verdict Judge(Condition condition, PhoneFacts facts, int depth)
    {
        if (depth > MaxDepth)
        {
            return Verdict.NotKnown;
        }

        return condition.KindCase switch
        {
            Condition.KindOneofCase.Test => Judge(condition.Test, facts),
            Condition.KindOneofCase.All => And(condition.All.Conditions_.Select(part => Judge(part, facts, depth + 1))),
            Condition.KindOneofCase.Any => Not(And(condition.Any.Conditions_.Select(part => Not(Judge(part, facts, depth + 1))))),
            Condition.KindOneofCase.Not => Not(Judge(condition.Not, facts, depth + 1)),
            Condition.KindOneofCase.None => Verdict.NotKnown,
        };
    }

    private static Verdict JudgeValue(FactTest test, string value) => test.ExpectationCase switch
    {
        FactTest.ExpectationOneofCase.OneOf => Of(test.OneOf.Values.Any(wanted => IsValue(test.Fact, wanted, value))),
        FactTest.ExpectationOneofCase.Matches =>
            FactPattern.TryCreate(test.Matches, out var pattern) ? Of(pattern.IsMatch(value)) : Verdict.NotKnown,
        FactTest.ExpectationOneofCase.AtLeast =>
            DottedNumber.TryParse(test.AtLeast, out var least) && DottedNumber.TryParse(value, out var number)
                ? Of(number.IsAtLeast(least))
                : Verdict.NotKnown,
        FactTest.ExpectationOneofCase.Present or FactTest.ExpectationOneofCase.None => Verdict.NotKnown,
    };

    // Programs write exactly, people do not.
    private static bool IsValue(string fact, string wanted, string value) =>
        FactSources.Of(fact) == FactSource.Person ? PrintedName.AreSame(wanted, value) : wanted == value;

    private static Verdict And(IEnumerable<Verdict> parts)
    {
        var verdict = Verdict.Holds;
        foreach (var part in parts)
        {
            if (part == Verdict.DoesNotHold)
            {
                return Verdict.DoesNotHold;
            }

            verdict = part == Verdict.NotKnown ? Verdict.NotKnown : verdict;
        }

        return verdict;
    }

    private static Verdict Not(Verdict verdict) => verdict switch
    {
        Verdict.Holds => Verdict.DoesNotHold,
        Verdict.DoesNotHold => Verdict.Holds,
        Verdict.NotKnown => Verdict.NotKnown,
    };

    private static Verdict Of(bool holds) => holds ? Verdict.Holds : Verdict.DoesNotHold;
}

using CsCheck;
using Espero.Plan.V1;
using Espero.Station.Domain.Phones;
using Assert = Xunit.Assert;

namespace Espero.Station.Domain.Tests.Phones;

public sealed class FactJudgeTests
{
    private static readonly PhoneFacts Facts = Examples.Phone(("getvar.version", "1.10"), ("getvar.size", "0x20"), ("getvar.empty", " "));

    [Theory]
    [InlineData("getvar.product", "virtual-a", Verdict.Holds)]
    [InlineData("getvar.product", "Virtual-A", Verdict.DoesNotHold)]
    [InlineData("getvar.absent", "x", Verdict.NotKnown)]
    [InlineData("getvar.empty", "", Verdict.NotKnown)]
    [InlineData("partition.boot", "8192", Verdict.Holds)]
    [InlineData("partition.boot_b", "4096", Verdict.Holds)]
    [InlineData("partition.nothing", "1", Verdict.NotKnown)]
    public void One_of(string fact, string value, Verdict expected) => Assert.Equal(expected, FactJudge.Judge(Examples.Is(fact, value), Facts));

    [Theory]
    [InlineData("virtual-[ab]", Verdict.Holds)]
    [InlineData("virtual", Verdict.DoesNotHold)]
    [InlineData("(?=x)", Verdict.NotKnown)]
    public void A_pattern_is_over_the_whole_value(string pattern, Verdict expected) =>
        Assert.Equal(expected, FactJudge.Judge(new FactTest { Fact = "getvar.product", Matches = pattern }, Facts));

    [Theory]
    [InlineData("getvar.version", "1.9", Verdict.Holds)]
    [InlineData("getvar.version", "1.10.0", Verdict.Holds)]
    [InlineData("getvar.version", "1.11", Verdict.DoesNotHold)]
    [InlineData("getvar.size", "32", Verdict.Holds)]
    [InlineData("getvar.size", "33", Verdict.DoesNotHold)]
    [InlineData("getvar.product", "1", Verdict.NotKnown)]
    public void At_least_reads_numbers_and_versions(string fact, string least, Verdict expected) =>
        Assert.Equal(expected, FactJudge.Judge(new FactTest { Fact = fact, AtLeast = least }, Facts));

    [Theory]
    [InlineData("getvar.product", true, Verdict.Holds)]
    [InlineData("getvar.product", false, Verdict.DoesNotHold)]
    [InlineData("getvar.absent", false, Verdict.Holds)]
    [InlineData("getvar.empty", true, Verdict.DoesNotHold)]
    public void Present_is_the_only_test_that_is_always_known(string fact, bool present, Verdict expected) =>
        Assert.Equal(expected, FactJudge.Judge(new FactTest { Fact = fact, Present = present }, Facts));

    [Fact]
    public void No_condition_holds() => Assert.Equal(Verdict.Holds, FactJudge.Judge(condition: null, Facts));

    [Fact]
    public void An_empty_condition_is_not_known() => Assert.Equal(Verdict.NotKnown, FactJudge.Judge(new Condition(), Facts));

    [Fact]
    public void All_and_any_and_not_follow_three_valued_logic()
    {
        var verdicts = Gen.Int[0, 2].Select(number => (Verdict)number);
        verdicts.Array[1, 5].Sample(parts =>
        {
            var conditions = parts.Select(Of).ToList();
            var all = FactJudge.Judge(new Condition { All = Group(conditions) }, Facts);
            var any = FactJudge.Judge(new Condition { Any = Group(conditions) }, Facts);
            var notAll = FactJudge.Judge(new Condition { Not = new Condition { All = Group(conditions) } }, Facts);

            return all == Expected(parts, decides: Verdict.DoesNotHold, otherwise: Verdict.Holds)
                && any == Expected(parts, decides: Verdict.Holds, otherwise: Verdict.DoesNotHold)
                && (notAll, all) is (Verdict.NotKnown, Verdict.NotKnown) or (Verdict.Holds, Verdict.DoesNotHold) or (Verdict.DoesNotHold, Verdict.Holds);
        });
    }

    private static Verdict Expected(Verdict[] parts, Verdict decides, Verdict otherwise) =>
        parts.Contains(decides) ? decides : parts.Contains(Verdict.NotKnown) ? Verdict.NotKnown : otherwise;

    private static Condition Of(Verdict verdict) => Examples.When(verdict switch
    {
        Verdict.Holds => Examples.Is("getvar.product", "virtual-a"),
        Verdict.DoesNotHold => Examples.Is("getvar.product", "other"),
        Verdict.NotKnown => Examples.Is("getvar.absent", "x"),
    });

    private static Condition.Types.Conditions Group(IEnumerable<Condition> conditions) => new() { Conditions_ = { conditions } };
}

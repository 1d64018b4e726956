using Espero.Fuzz;

namespace Espero.Station.Protocols.Tests.Fuzzing;

/// <summary>A short run of what tests/long.sh runs for hours.</summary>
public sealed class FuzzTests
{
    private const int Count = 10_000;
    private const int CountUntilFound = 50_000;

    public static TheoryData<string> Parsers() => [.. FuzzTargets.All.Select(target => target.Name)];

    [Theory]
    [MemberData(nameof(Parsers))]
    public void Nothing_a_phone_can_send_breaks_a_parser(string name)
    {
        var target = FuzzTargets.Find(name)!;

        var report = Fuzzer.Run(target, target.Parse, Count, seed: 1);

        Assert.Null(report.Crash);
        Assert.InRange(report.Accepted, Count / 100, Count);
    }

    [Theory]
    [MemberData(nameof(Parsers))]
    public void A_planted_bug_is_found_within_a_short_run(string name)
    {
        var target = FuzzTargets.Find(name)!;

        Assert.NotNull(Fuzzer.Run(target, target.Planted, CountUntilFound, seed: 1).Crash);
    }

    [Fact]
    public void The_same_seed_makes_the_same_inputs()
    {
        var target = FuzzTargets.All[0];
        var (one, other) = (new InputMaker(target.Corpus, new Random(7)), new InputMaker(target.Corpus, new Random(7)));

        Assert.All(Enumerable.Range(0, 1000), _ => Assert.Equal(one.Next(), other.Next()));
    }
}

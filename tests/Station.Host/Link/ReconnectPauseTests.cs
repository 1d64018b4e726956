using CsCheck;
using Espero.Station.Link;

namespace Espero.Station.Host.Tests.Link;

public sealed class ReconnectPauseTests
{
    private static readonly LinkOptions Options = new();
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(Options.ShortestPauseMilliseconds);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(Options.LongestPauseSeconds);

    [Fact]
    public void Every_pause_lies_between_the_shortest_and_the_longest() =>
        Gen.Double[0, 1].Array[1, 40].Sample(chances =>
        {
            var i = 0;
            var pause = new ReconnectPause(Options, () => chances[i++]);
            return chances.All(_ => pause.Next() is var next && next >= Shortest && next <= Longest);
        });

    [Fact]
    public void The_first_pause_is_jittered_too() =>
        Assert.NotEqual(new ReconnectPause(Options, () => 0.1).Next(), new ReconnectPause(Options, () => 0.9).Next());

    [Fact]
    public void Pauses_grow_to_the_longest_while_nobody_answers()
    {
        var pause = new ReconnectPause(Options, () => 1);

        var pauses = Enumerable.Range(0, 8).Select(_ => pause.Next()).ToList();

        Assert.Equal(pauses.Order(), pauses);
        Assert.Equal(Longest, pauses[^1]);
    }

    [Fact]
    public void After_a_link_that_stood_the_pauses_are_short_again()
    {
        var pause = new ReconnectPause(Options, () => 1);
        var first = pause.Next();
        pause.Next();

        pause.Reset();

        Assert.Equal(first, pause.Next());
    }

    [Fact]
    public void A_refusal_is_followed_by_a_minute_or_two()
    {
        Assert.Equal(TimeSpan.FromMinutes(1), new ReconnectPause(Options, () => 0).NextAfterRefusal());
        Assert.Equal(TimeSpan.FromMinutes(2), new ReconnectPause(Options, () => 1).NextAfterRefusal());
    }
}

using Espero.Station.Protocols.Fastboot;

namespace Espero.Station.Protocols.Tests.Fastboot;

public sealed class UdpPatienceTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(500);
    private readonly UdpPatience _patience = new(Longest);

    [Fact]
    public void A_phone_that_has_answered_nothing_yet_gets_the_time_that_Google_s_client_gives() =>
        Assert.Equal([Longest, Longest], Waits(2));

    [Fact]
    public void A_phone_that_answers_at_once_is_soon_asked_again_and_then_less_and_less_often()
    {
        Learn(1, times: 50);

        Assert.Equal([20, 40, 80, 160, 320, 500, 500], Waits(7).Select(wait => wait.TotalMilliseconds));
    }

    [Fact]
    public void A_phone_that_needs_its_time_is_given_it()
    {
        Learn(200, times: 50);

        Assert.InRange(Waits(1).Single(), TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(210));
    }

    [Fact]
    public void A_phone_whose_times_vary_is_waited_for_longer_than_its_usual_time()
    {
        foreach (var _ in Enumerable.Range(0, 50))
        {
            Learn(10, times: 1);
            Learn(90, times: 1);
        }

        Assert.InRange(Waits(1).Single(), TimeSpan.FromMilliseconds(150), TimeSpan.FromMilliseconds(300));
    }

    [Fact]
    public void No_answer_however_late_makes_a_packet_wait_longer_than_the_longest()
    {
        Learn(5000, times: 3);

        Assert.Equal([Longest, Longest], Waits(2));
    }

    private void Learn(double milliseconds, int times)
    {
        for (; times > 0; times--)
        {
            _patience.Learn(TimeSpan.FromMilliseconds(milliseconds));
        }
    }

    private IEnumerable<TimeSpan> Waits(int resends) => Enumerable.Range(0, resends).Select(_patience.After);
}

using Espero.Orchestrator.Answers;
using Microsoft.Extensions.Time.Testing;

namespace Espero.Orchestrator.Host.Tests.Jobs;

public sealed class LocalMomentTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 7, 14, 10, 0, 0, TimeSpan.Zero));

    public LocalMomentTests() => _time.SetLocalTimeZone(Paris);

    [Fact]
    public void A_moment_is_said_in_the_time_of_the_sites()
    {
        var said = LocalMoment.Of(new DateTimeOffset(2026, 8, 1, 22, 30, 0, TimeSpan.Zero), _time);

        Assert.Equal(("2 Aug, 00:30", "2 août à 00:30"), (said.English, said.French));
    }

    [Fact]
    public void The_year_is_said_when_it_is_another_one() =>
        Assert.Equal("5 janv. 2027 à 09:00", LocalMoment.Of(new DateTimeOffset(2027, 1, 5, 8, 0, 0, TimeSpan.Zero), _time).French);

    [Fact]
    public void Today_needs_no_day() =>
        Assert.Equal("14:05", LocalMoment.Short(new DateTimeOffset(2026, 7, 14, 12, 5, 0, TimeSpan.Zero), _time).French);
}

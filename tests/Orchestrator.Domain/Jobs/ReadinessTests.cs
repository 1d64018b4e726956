using Espero.Orchestrator.Domain.Jobs;

namespace Espero.Orchestrator.Domain.Tests.Jobs;

public sealed class ReadinessTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_job_with_a_date_ahead_waits_for_it_before_anything_else() =>
        Assert.Equal(WaitsFor.Date, new Readiness(false, false, Now.AddDays(1)).Missing(Now));

    [Fact]
    public void A_job_whose_phone_is_not_there_waits_for_the_phone_before_its_release() =>
        Assert.Equal(WaitsFor.Phone, new Readiness(false, false, null).Missing(Now));

    [Fact]
    public void A_job_whose_maker_must_be_asked_waits_for_that_before_its_phone()
    {
        Assert.Equal(WaitsFor.Maker, new Readiness(false, false, null, NeedsMaker: true).Missing(Now));
        Assert.Equal(WaitsFor.Date, new Readiness(false, false, Now.AddDays(1), NeedsMaker: true).Missing(Now));
    }

    [Fact]
    public void A_job_whose_phone_nobody_released_waits_for_the_release() =>
        Assert.Equal(WaitsFor.Release, new Readiness(true, false, null).Missing(Now));

    [Fact]
    public void A_job_with_a_date_ahead_waits_for_it() =>
        Assert.Equal(WaitsFor.Date, new Readiness(true, true, Now.AddTicks(1)).Missing(Now));

    [Fact]
    public void A_job_whose_date_has_come_misses_nothing() =>
        Assert.Null(new Readiness(true, true, Now).Missing(Now));
}

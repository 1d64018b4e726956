using Espero.Station.Recipes.Failures;
using Espero.Station.Run;
using Microsoft.Extensions.Time.Testing;

namespace Espero.Station.Host.Tests.Run;

public sealed class StepRetryTests
{
    private readonly FakeTimeProvider _time = new();

    [Theory]
    [InlineData(FailureCode.CableLost)]
    [InlineData(FailureCode.PhoneSilent)]
    [InlineData(FailureCode.ProtocolNonsense)]
    public void A_broken_wire_is_worth_two_more_tries(string failureClass)
    {
        var retry = new StepRetry(_time);
        var end = StepEnd.Failed(failureClass, "");

        Assert.Equal([true, true, false], new[] { retry.Allows(end), retry.Allows(end), retry.Allows(end) });
    }

    [Theory]
    [InlineData(FailureCode.PhoneRefused)]
    [InlineData(FailureCode.BootloaderLocked)]
    [InlineData(FailureCode.ImageTooBig)]
    public void What_the_phone_refuses_is_not_worth_another(string failureClass) =>
        Assert.False(new StepRetry(_time).Allows(StepEnd.Failed(failureClass, "")));

    [Fact]
    public void After_ten_minutes_nothing_is_tried_again()
    {
        var retry = new StepRetry(_time);
        _time.Advance(TimeSpan.FromMinutes(10));

        Assert.False(retry.Allows(StepEnd.Failed(FailureCode.CableLost, "")));
    }
}

using Espero.Plan.V1;
using Espero.Station.Domain.Flashing.Forecast;
using Espero.Station.Domain.Flashing.Preflight;
using Espero.Station.Recipes.Vocabulary;
using Assert = Xunit.Assert;

namespace Espero.Station.Domain.Tests.Flashing.Forecast;

public sealed class PlanForecastTests
{
    private static readonly TransferRates Rates = new() { NetworkBytesPerSecond = 1 << 20, FastbootBytesPerSecond = 8 << 20, Reboot = TimeSpan.FromSeconds(20) };

    [Fact]
    public void Bytes_time_and_the_point_of_no_return_are_told_before_anything_happens()
    {
        var forecast = PlanForecast.Of(Subject(), Rates);

        Assert.Equal("flash-boot", forecast.PointOfNoReturnStepId);
        Assert.Equal((128UL << 20) + (128UL << 20), forecast.TotalBytes);
        Assert.Equal(TimeSpan.FromSeconds(128 + 16 + 1 + 20), forecast.TotalTime);
        Assert.Equal(3, forecast.TotalMinutes);
    }

    [Fact]
    public void What_is_at_the_station_already_costs_no_time() =>
        Assert.Equal(TimeSpan.Zero, PlanForecast.Of(Subject() with { BytesToFetch = 0 }, Rates).Steps[0].Time);

    [Fact]
    public void A_step_whose_condition_does_not_hold_is_shown_and_costs_nothing()
    {
        var subject = Subject();
        subject.Plan.Steps[1].Condition = Examples.When(Examples.Is("getvar.current-slot", "b"));

        var forecast = PlanForecast.Of(subject, Rates);

        Assert.True(forecast.Steps[1].IsPassedOver);
        Assert.Equal((0UL, TimeSpan.Zero), (forecast.Steps[1].Bytes, forecast.Steps[1].Time));
        Assert.Null(forecast.PointOfNoReturnStepId);
    }

    [Fact]
    public void People_read_it_in_english() => Assert.Equal(
        [
            "  1  fetch boot.img           128 MiB  3 min",
            "---- point of no return: nothing below happens without a release for this very phone ----",
            "  2  write boot.img to boot   128 MiB   16 s",
            "  3  restart into bootloader             1 s",
            "  4  wait for bootloader                20 s",
            "virtual-a-demo: 256 MiB, about 3 min.",
        ],
        ForecastText.Lines(PlanForecast.Of(Subject(), Rates), "en"));

    [Fact]
    public void People_read_it_in_french()
    {
        var lines = ForecastText.Lines(PlanForecast.Of(Subject(), Rates), "fr-FR");

        Assert.Contains("feu vert pour ce téléphone précis", lines[1], StringComparison.Ordinal);
        Assert.Equal("  2  écrire boot.img dans boot                 128 Mio   16 s", lines[2]);
        Assert.Equal("virtual-a-demo : 256 Mio, environ 3 min.", lines[^1]);
    }

    [Fact]
    public void Every_verb_has_its_words() => Assert.All(VerbCatalogue.All, verb =>
    {
        var step = new Step();
        var field = Step.Descriptor.FindFieldByNumber((int)verb.Field);
        field.Accessor.SetValue(step, field.MessageType.Parser.ParseFrom([]));

        Assert.NotEqual(StepSentence.Of(new Step()), StepSentence.Of(step));
    });

    private static PreflightSubject Subject()
    {
        var subject = Examples.Subject(
            Examples.Phone(("getvar.partition-size:boot_a", "0x8000000")),
            Examples.Fetch(), Examples.Flash(), Examples.Reboot(), Examples.Await(PhoneMode.Bootloader)) with
        {
            BytesToFetch = 128 << 20,
        };
        subject.Plan.RecipeName = "virtual-a-demo";
        subject.Plan.Files[0].SizeBytes = 128 << 20;
        return subject;
    }
}

using Espero.Orchestrator.Domain.Releases;

namespace Espero.Orchestrator.Domain.Tests.Releases;

public sealed class ReleaseRequestTests
{
    private static readonly ReleaseChecks All = new(true, true, true, true, true);

    [Fact]
    public void A_named_person_with_every_check_done_may_release() =>
        Assert.Empty(Request(ReleaseBasis.OwnerPresent, "Camille Durand", All).Faults());

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("x")]
    public void Nobody_releases_without_a_name(string name) =>
        Assert.Equal([ReleaseFault.NoName], Request(ReleaseBasis.Blank, name, All).Faults());

    [Fact]
    public void A_blank_phone_needs_only_its_battery_looked_at() =>
        Assert.Empty(Request(ReleaseBasis.Blank, "Camille Durand", new(false, false, false, true, false)).Faults());

    [Fact]
    public void A_battery_nobody_looked_at_stops_even_a_blank_phone() =>
        Assert.Equal([ReleaseFault.BatteryNotChecked], Request(ReleaseBasis.Blank, "Camille Durand", All with { BatteryNotSwollen = false }).Faults());

    [Fact]
    public void Every_missing_check_is_named_at_once() =>
        Assert.Equal(
            [ReleaseFault.BatteryNotChecked, ReleaseFault.DataNotSaved, ReleaseFault.SimOrSdInside, ReleaseFault.AccountsNotRemoved, ReleaseFault.ScreenNotChecked],
            Request(ReleaseBasis.DonatedLot, "Camille Durand", new(false, false, false, false, false)).Faults());

    [Fact]
    public void A_model_is_a_name_and_no_story() => Assert.Equal(
        [ReleaseFault.ModelTooLong],
        (Request(ReleaseBasis.Blank, "Camille Durand", All) with { PrintedModel = new string('x', 81) }).Faults());

    private static ReleaseRequest Request(ReleaseBasis basis, string name, ReleaseChecks checks) => new(Guid.Empty, basis, name, checks);
}

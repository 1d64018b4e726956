using Espero.Orchestrator.Fleet;
using Espero.Orchestrator.Host.Tests.Seeding;
using Espero.Station.Domain.Flashing.Simulation;
using Espero.Station.Recipes.Facts;

namespace Espero.Orchestrator.Host.Tests.Fleet;

public sealed class KeptFactsTests
{
    // What a person read off the phone is not its own word, and what it calls itself on USB anybody can change.
    private static readonly string[] LeftOut = [FactName.PersonModel, "usb.product"];

    [Fact]
    public void What_tells_whether_a_phone_can_be_unlocked_is_kept() => Assert.All(UnlockFacts.Names, name => Assert.True(KeptFacts.IsKept(name)));

    [Fact]
    public void What_tells_whether_a_phone_is_locked_is_kept() => Assert.All(LockFacts.Names, name => Assert.True(KeptFacts.IsKept(name)));

    [Fact]
    public void What_a_model_is_looked_up_by_is_kept()
    {
        using var models = new FewModels();
        var asked = new HashSet<string>();
        models.Book.ByFacts(name =>
        {
            asked.Add(name);
            return name == FactName.Device ? "sunfish" : null;
        });

        Assert.Contains(FactName.Platform, asked);
        Assert.All(asked.Except(LeftOut), name => Assert.True(KeptFacts.IsKept(name), name));
    }

    [Theory]
    [InlineData("getvar.anti")]
    [InlineData("getvar.rollback-index:0")]
    [InlineData("getprop.ro.build.version.security_patch")]
    [InlineData("getprop.ro.build.version.release")]
    [InlineData("fastbootd.unlocked")]
    public void What_forbids_an_older_system_is_kept_for_every_slot_and_from_fastbootd_too(string name) => Assert.True(KeptFacts.IsKept(name));

    [Theory]
    [InlineData("getprop.net.hostname")]
    [InlineData("getprop.gsm.operator.alpha")]
    [InlineData("getprop.ro.build.fingerprint")]
    [InlineData("getvar.partition-size:userdata")]
    [InlineData("battery.level")]
    [InlineData("usb.product")]
    public void What_no_verdict_asks_is_not(string name) => Assert.False(KeptFacts.IsKept(name));
}

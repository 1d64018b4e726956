using Espero.Station.Host.Tests.Link;
using Espero.Station.Recipes.Failures;
using Espero.Station.V1;
using Google.Protobuf.WellKnownTypes;
using Ask = Espero.Plan.V1.Ask;
using PhoneMode = Espero.Plan.V1.PhoneMode;

namespace Espero.Station.Host.Tests.Run;

public sealed class HandsTests
{
    [Fact]
    public async Task What_nobody_did_in_time_is_asked_for_and_never_called_done()
    {
        await using var rig = await StationRig.StartAsync();

        var facts = await RunAsync(rig, PhoneMode.Fastbootd);

        Assert.Equal("hands", Assert.Single(facts, fact => fact.HandsNeeded is not null).HandsNeeded.AskId);
        Assert.DoesNotContain(facts, fact => fact.HandsDone is not null);
        Assert.Equal(FailureCode.HandsNotDone, facts[^1].AttemptEnded.FailureClass);
    }

    [Fact]
    public async Task What_the_phone_shows_as_done_is_asked_for_first()
    {
        await using var rig = await StationRig.StartAsync();

        var facts = await RunAsync(rig, PhoneMode.Bootloader);

        var needed = Assert.Single(facts, fact => fact.HandsNeeded is not null);
        var done = Assert.Single(facts, fact => fact.HandsDone is not null);
        Assert.True(needed.Sequence < done.Sequence);
        Assert.Equal(Outcome.Written, facts[^1].AttemptEnded.Outcome);
    }

    private static async Task<List<Fact>> RunAsync(StationRig rig, PhoneMode mode)
    {
        var orders = new Orders(rig);
        orders.Steps.Insert(1, new()
        {
            Id = "hands",
            Ask = new Ask { SentenceCode = "hold-keys", Mode = mode, Deadline = Duration.FromTimeSpan(TimeSpan.FromSeconds(2)) },
        });
        var link = await rig.LinkAsync();
        await link.SayAsync(orders.Offer());
        await link.HearAsync(request => request.AttemptAccepted);
        await link.SayAsync(orders.Grant());
        return await FactsAsync(link);
    }

    private static async Task<List<Fact>> FactsAsync(ScriptedLink link)
    {
        var facts = new List<Fact>();
        do
        {
            facts.Add(await link.HearAsync(request => request.Fact));
        }
        while (facts[^1].AttemptEnded is null);

        return facts;
    }
}

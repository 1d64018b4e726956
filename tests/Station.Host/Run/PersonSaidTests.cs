using Espero.Station.Host.Tests.Link;
using Espero.Station.V1;

namespace Espero.Station.Host.Tests.Run;

public sealed class PersonSaidTests
{
    [Fact]
    public async Task What_only_a_person_can_read_is_not_asked_of_the_phone_before_its_release()
    {
        await using var rig = await StationRig.StartAsync();
        var link = await rig.LinkAsync();
        await link.SayAsync(new Orders(rig) { NeedsEyes = true }.Prepare());

        var prepared = await link.HearAsync(request => request.Fact?.PhonePrepared);

        Assert.Empty(prepared.Refusals);
    }

    [Fact]
    public async Task The_model_in_the_release_is_a_fact_of_the_person_who_gave_it()
    {
        await using var rig = await StationRig.StartAsync();
        var link = await GrantAsync(rig, printedModel: "EV-1A");

        var said = await link.HearAsync(request => request.Fact?.PersonSaid);
        var ended = await link.HearAsync(request => request.Fact?.AttemptEnded);

        Assert.Equal(("person.model", "EV-1A", "Ada"), (said.Fact, said.Value, said.SaidBy));
        Assert.Equal((Outcome.Written, ""), (ended.Outcome, ended.FailureClass));
    }

    [Theory]
    [InlineData("", "phone-not-identified")]
    [InlineData("EV-2B", "ambiguous-variant")]
    public async Task A_release_without_the_right_model_writes_nothing(string printedModel, string failureClass)
    {
        await using var rig = await StationRig.StartAsync();
        var link = await GrantAsync(rig, printedModel);

        var ended = await link.HearAsync(request => request.Fact?.AttemptEnded);

        Assert.Equal((Outcome.Failed, failureClass, false), (ended.Outcome, ended.FailureClass, ended.PassedPointOfNoReturn));
    }

    private static async Task<ScriptedLink> GrantAsync(StationRig rig, string printedModel)
    {
        var orders = new Orders(rig) { NeedsEyes = true };
        var link = await rig.LinkAsync();
        await link.SayAsync(orders.Offer());
        await link.HearAsync(request => request.AttemptAccepted);
        await link.SayAsync(orders.Grant(printedModel: printedModel));
        return link;
    }
}

using Espero.Station.Host.Tests.Link;
using Espero.Station.Recipes.Vocabulary;
using Espero.Station.V1;
using Google.Protobuf.WellKnownTypes;
using Ask = Espero.Plan.V1.Ask;
using PhoneMode = Espero.Plan.V1.PhoneMode;

namespace Espero.Station.Host.Tests.Run;

/// <summary>How long a person is waited for, and from when.</summary>
public sealed class AskTimesTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_person_is_waited_for_as_long_as_the_vocabulary_lets_a_recipe_say()
    {
        Assert.True(VerbCatalogue.TryFind("ask", out var ask));
        var longest = ask.Keys.Single(key => key.Name == "within").Longest;
        await using var rig = await StationRig.StartAsync();
        var link = await BeginAsync(rig, new Ask { SentenceCode = "hold-keys", Deadline = longest.ToDuration() });

        var fact = await NeededAsync(link);

        Assert.InRange(Wait(fact, fact.HandsNeeded.Deadline), longest - (60 * Second), longest + Second);
    }

    [Fact]
    public async Task Nothing_counts_as_done_before_the_wait_that_the_recipe_wants()
    {
        await using var rig = await StationRig.StartAsync();
        var wait = 2 * Second;
        var ask = new Ask { SentenceCode = "hold-keys", Mode = PhoneMode.Bootloader, Deadline = (60 * Second).ToDuration() };
        ask.NotBefore = wait.ToDuration();
        var link = await BeginAsync(rig, ask);

        var needed = await NeededAsync(link);
        var done = await link.HearAsync(request => request.Fact?.HandsDone is null ? null : request.Fact);

        Assert.InRange(done.MonotonicTime.ToTimeSpan() - needed.MonotonicTime.ToTimeSpan(), wait - (Second / 2), 60 * Second);
        Assert.InRange(Wait(needed, needed.HandsNeeded.NotBefore), Second, 3 * Second);
        Assert.InRange(Wait(needed, needed.HandsNeeded.Deadline), 61 * Second, 63 * Second);
    }

    private static TimeSpan Wait(Fact fact, Timestamp until) => until.ToDateTimeOffset() - fact.StationTime.ToDateTimeOffset();

    private static Task<Fact> NeededAsync(ScriptedLink link) =>
        link.HearAsync(request => request.Fact?.HandsNeeded is null ? null : request.Fact);

    private static async Task<ScriptedLink> BeginAsync(StationRig rig, Ask ask)
    {
        var orders = new Orders(rig);
        orders.Steps.Insert(1, new() { Id = "hands", Ask = ask });
        var link = await rig.LinkAsync();
        await link.SayAsync(orders.Offer());
        await link.HearAsync(request => request.AttemptAccepted);
        await link.SayAsync(orders.Grant());
        return link;
    }
}

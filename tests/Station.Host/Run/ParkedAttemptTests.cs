using Espero.Station.Host.Tests.Link;
using Espero.Station.V1;
using Google.Protobuf.WellKnownTypes;
using Ask = Espero.Plan.V1.Ask;
using PhoneMode = Espero.Plan.V1.PhoneMode;

namespace Espero.Station.Host.Tests.Run;

public sealed class ParkedAttemptTests
{
    private const string OtherJobId = "01890000-0000-7000-8000-000000000002";

    [Fact]
    public async Task While_one_phone_waits_for_a_person_another_is_written_in_its_slot()
    {
        await using var rig = await StationRig.StartAsync(phones: 2, flashSlots: 1, rate: null);
        var link = await rig.LinkAsync();
        await rig.UntilAllSeenAsync();
        await BeginAsync(link, Asking(rig, PhoneMode.Fastbootd, TimeSpan.FromMinutes(5)));
        await link.HearAsync(request => request.Fact?.HandsNeeded);

        await BeginAsync(link, Other(rig));

        var ended = await link.HearAsync(request => request.Fact?.AttemptEnded);
        Assert.Equal(OtherJobId, ended.Attempt.JobId);
        Assert.Equal(Outcome.Written, ended.Outcome);
    }

    [Fact]
    public async Task What_was_done_goes_on_only_when_its_slot_is_free_again()
    {
        await using var rig = await StationRig.StartAsync(phones: 2, flashSlots: 1, rate: 200_000);
        var link = await rig.LinkAsync();
        await rig.UntilAllSeenAsync();
        var first = Asking(rig, PhoneMode.Bootloader, TimeSpan.FromMinutes(5));
        first.Steps.Insert(1, new() { Id = "before", Flash = new() { Partition = "boot", FileName = "boot.img" } });
        await BeginAsync(link, first);
        await BeginAsync(link, Other(rig)); // waits while the first one writes, and is next when that one asks for a person

        string[] ended =
        [
            (await link.HearAsync(request => request.Fact?.AttemptEnded)).Attempt.JobId,
            (await link.HearAsync(request => request.Fact?.AttemptEnded)).Attempt.JobId,
        ];

        Assert.Equal([OtherJobId, Orders.JobId], ended);
    }

    [Fact]
    public async Task A_station_that_stopped_while_a_person_was_waited_for_calls_the_attempt_interrupted()
    {
        await using var rig = await StationRig.StartAsync();
        var link = await rig.LinkAsync();
        await BeginAsync(link, Asking(rig, PhoneMode.Fastbootd, TimeSpan.FromMinutes(5)));
        await link.HearAsync(request => request.Fact?.HandsNeeded);

        await rig.RestartStationAsync();
        var again = await rig.LinkAsync(recordedSequence: rig.Journal.LastSequence - 1);
        var interrupted = await again.HearAsync(request => request.Fact?.AttemptInterrupted);

        Assert.Equal("hands", interrupted.StepId);
        Assert.False(interrupted.PassedPointOfNoReturn);
    }

    [Fact]
    public async Task What_a_named_person_says_from_afar_is_done_by_that_person()
    {
        await using var rig = await StationRig.StartAsync();
        var link = await rig.LinkAsync();
        var orders = Asking(rig, PhoneMode.Unspecified, TimeSpan.FromMinutes(5));
        await BeginAsync(link, orders);
        var needed = await link.HearAsync(request => request.Fact?.HandsNeeded);

        await link.SayAsync(new LinkResponse
        {
            HandsSaid = new() { Attempt = needed.Attempt, AskId = needed.AskId, SaidBy = "Camille Durand" },
        });

        Assert.Equal("Camille Durand", (await link.HearAsync(request => request.Fact?.HandsDone)).SaidBy);
        Assert.Equal(Outcome.Written, (await link.HearAsync(request => request.Fact?.AttemptEnded)).Outcome);
    }

    [Fact]
    public async Task A_request_always_says_until_when_it_holds()
    {
        await using var rig = await StationRig.StartAsync();
        var link = await rig.LinkAsync();
        var orders = Asking(rig, PhoneMode.Fastbootd, TimeSpan.Zero);
        orders.Steps[1].Ask.Deadline = null;
        await BeginAsync(link, orders);

        Assert.NotNull((await link.HearAsync(request => request.Fact?.HandsNeeded)).Deadline);
    }

    private static Orders Asking(StationRig rig, PhoneMode mode, TimeSpan deadline)
    {
        var orders = new Orders(rig);
        orders.Steps.Insert(1, new()
        {
            Id = "hands",
            Ask = new Ask { SentenceCode = "hold-keys", Mode = mode, Deadline = Duration.FromTimeSpan(deadline) },
        });
        return orders;
    }

    private static Orders Other(StationRig rig) => new(rig)
    {
        Attempt = new AttemptKey { JobId = OtherJobId, Epoch = 1 },
        PortPath = rig.Phones[1].Target,
    };

    private static async Task BeginAsync(ScriptedLink link, Orders orders)
    {
        var match = new PhoneMatched { PortPath = orders.PortPath, PhoneId = StationRig.PhoneId };
        await link.SayAsync(new LinkResponse { PhoneMatched = match });
        await link.SayAsync(orders.Offer());
        await link.HearAsync(request => request.AttemptAccepted);
        await link.SayAsync(orders.Grant());
    }
}

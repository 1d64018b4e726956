using Espero.Station.V1;

namespace Espero.Station.Host.Tests.Run;

public sealed class ManyPhonesTests
{
    private const int Phones = 8;
    private const int Slots = 3;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Eight_phones_are_written_alike_and_never_more_at_once_than_there_are_slots()
    {
        await using var rig = await StationRig.StartAsync(Phones, Slots, rate: 2_000_000);
        var link = await rig.LinkAsync();
        await rig.UntilAllSeenAsync();
        var orders = rig.Phones.Select((phone, i) => new Orders(rig)
        {
            Attempt = new AttemptKey { JobId = $"01890000-0000-7000-8000-{i:000000000000}", Epoch = 1 },
            PortPath = phone.Target,
        }).ToList();
        foreach (var order in orders)
        {
            await link.SayAsync(new LinkResponse { PhoneMatched = new PhoneMatched { PortPath = order.PortPath, PhoneId = StationRig.PhoneId } });
            await link.SayAsync(order.Offer());
            await link.HearAsync(request => request.AttemptAccepted);
            await link.SayAsync(order.Grant());
        }

        for (var i = 0; i < Phones; i++)
        {
            Assert.Equal(Outcome.Written, (await link.HearAsync(request => request.Fact?.AttemptEnded)).Outcome);
        }

        Assert.Equal(Slots, MostAtOnce(rig));
        foreach (var phone in rig.Phones)
        {
            var written = await File.ReadAllBytesAsync(phone.PartitionPath("boot_a"), Stop);
            Assert.Equal(rig.Files.Content, written[..rig.Files.Content.Length]);
        }
    }

    private static int MostAtOnce(StationRig rig)
    {
        using var facts = rig.Journal.ReadAfter(0);
        var (now, most) = (0, 0);
        foreach (var fact in facts.Read(int.MaxValue))
        {
            now += fact.AttemptBegun is not null ? 1 : fact.AttemptEnded is not null ? -1 : 0;
            most = Math.Max(most, now);
        }

        return most;
    }
}

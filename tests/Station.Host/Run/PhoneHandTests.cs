using Espero.Plan.V1;
using Espero.Station.Journal;
using Espero.Station.Protocols.Fastboot;
using Espero.Station.Run;
using Espero.Station.Watch;
using Espero.Station.Workbench;
using Espero.VirtualPhone;
using Espero.VirtualPhone.Models;
using Assert = Xunit.Assert;

namespace Espero.Station.Host.Tests.Run;

public sealed class PhoneHandTests
{
    private const string Serial = "SERIAL0001";
    private static readonly AttemptId Attempt = new("01890000-0000-7000-8000-000000000001", 1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_phone_that_took_the_others_place_before_a_second_meeting_is_not_taken_for_it()
    {
        using var folder = new TempFolder();
        await using var bench = new PhoneBench(folder.In("bench"), new FastbootOptions(), TimeProvider.System);
        using var log = new AttemptLog(folder.In("log"), Attempt, TimeProvider.System);
        var first = StartPhone(folder, Serial, port: 0);
        Assert.True(PortAddress.TryParse(first.Target, 1, out var address));
        using var port = new PhonePort(address);
        await using var hand = new PhoneHand(await port.LeaseAsync(Stop), bench.Connector, new Plan.V1.Plan { Model = new Model() }, log);
        var met = await hand.MeetAsync(Serial, Stop);
        await first.DisposeAsync();
        await using var second = StartPhone(folder, "SERIAL0002", PortOf(first.Target));

        var again = await hand.MeetAsync(Serial, Stop);

        Assert.Equal(StepEnd.Done, met);
        Assert.Equal("phone-changed", again.FailureClass);
    }

    private static int PortOf(string target) => int.Parse(target[(target.LastIndexOf(':') + 1)..], System.Globalization.CultureInfo.InvariantCulture);

    private static VirtualPhoneServer StartPhone(TempFolder folder, string serial, int port) => VirtualPhoneServer.Start(
        new VirtualPhoneOptions
        {
            Model = VirtualA.Model,
            StoreDirectory = folder.In(serial),
            Serial = serial,
            Listen = new(System.Net.IPAddress.Loopback, port),
        },
        TimeProvider.System,
        new Random(1));
}

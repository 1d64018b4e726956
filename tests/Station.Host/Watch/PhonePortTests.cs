using Espero.Station.Watch;

namespace Espero.Station.Host.Tests.Watch;

public sealed class PhonePortTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_one_holds_a_port()
    {
        using var port = new PhonePort(new PortAddress(1, "tcp:127.0.0.1:1", [new PhoneWay.Tcp("127.0.0.1", 1)]));
        var first = await port.LeaseAsync(Stop);
        var second = port.LeaseAsync(Stop);
        Assert.False(second.IsCompleted);

        first.Dispose();

        using var lease = await second.WaitAsync(TimeSpan.FromSeconds(5), Stop);
    }

    [Fact]
    public async Task Giving_a_port_back_twice_lets_only_one_in()
    {
        using var port = new PhonePort(new PortAddress(1, "tcp:127.0.0.1:1", [new PhoneWay.Tcp("127.0.0.1", 1)]));
        var first = await port.LeaseAsync(Stop);
        first.Dispose();
        first.Dispose();

        using var second = await port.LeaseAsync(Stop);

        Assert.False(port.LeaseAsync(Stop).IsCompleted);
    }
}

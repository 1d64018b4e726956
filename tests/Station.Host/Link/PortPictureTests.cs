using System.Collections.Immutable;
using Espero.Station.Link;
using Espero.Station.V1;
using Espero.Station.Watch;

namespace Espero.Station.Host.Tests.Link;

public sealed class PortPictureTests
{
    private static readonly PortAddress Place = new(3, "tcp:127.0.0.1:5554", [new PhoneWay.Tcp("127.0.0.1", 5554)]);

    [Fact]
    public void A_serial_is_told_as_a_mark_and_never_as_a_fact()
    {
        var phone = PhoneOf(("serialno", "SERIAL0001"), ("product", "virtual-a"));

        Assert.Equal((Mark.Types.Kind.FastbootSerial, "SERIAL0001"), (phone.Marks.Single().Kind, phone.Marks.Single().Value));
        Assert.Equal("getvar.product", Assert.Single(phone.Facts).Name);
    }

    [Fact]
    public void What_a_phone_shows_in_download_mode_is_no_mark()
    {
        var sight = new PhoneSight { Mode = Plan.V1.PhoneMode.Download, Serial = "0123456789ABCDEF" };

        Assert.Empty(PortPicture.Of(new PortSight(Place, sight)).Phone.Marks);
    }

    [Theory]
    [InlineData("imei")]
    [InlineData("IMEI2")]
    [InlineData("meid")]
    [InlineData("uid")]
    [InlineData("wifi-mac")]
    [InlineData("iccid")]
    [InlineData("imsi")]
    [InlineData("unlock-token")]
    public void What_tells_one_device_from_all_others_is_no_fact(string name) => Assert.Empty(PhoneOf((name, "35000000")).Facts);

    [Fact]
    public void An_empty_port_has_a_number_and_no_phone()
    {
        var port = PortPicture.Of(new PortSight(Place, null));

        Assert.Equal((3u, Place.Path), (port.Number, port.Path));
        Assert.Null(port.Phone);
    }

    private static Phone PhoneOf(params (string Name, string Value)[] variables) =>
        PortPicture.Of(new PortSight(Place, new PhoneSight
        {
            Serial = "SERIAL0001",
            Facts = variables.ToImmutableSortedDictionary(variable => "getvar." + variable.Name, variable => variable.Value, StringComparer.Ordinal),
        })).Phone;
}

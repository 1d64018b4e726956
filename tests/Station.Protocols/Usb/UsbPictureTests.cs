using Espero.Station.Protocols.Usb;

namespace Espero.Station.Protocols.Tests.Usb;

public sealed class UsbPictureTests
{
    private readonly UsbPicture _picture = new();

    [Fact]
    public void What_is_there_at_the_first_look_arrives() => Assert.Equal("Arrived 1-1", Look(Phone("1-1")));

    [Fact]
    public void What_stays_is_no_news()
    {
        Look(Phone("1-1"));

        Assert.Equal("", Look(Phone("1-1")));
    }

    [Fact]
    public void A_phone_that_restarted_between_two_looks_left_and_arrived()
    {
        Look(Phone("1-1", address: 2));

        Assert.Equal("Left 1-1, Arrived 1-1", Look(Phone("1-1", address: 3)));
    }

    [Fact]
    public void A_phone_that_the_kernel_configured_since_arrives_anew()
    {
        Look(Phone("1-1", configured: false));

        Assert.Equal("Left 1-1, Arrived 1-1", Look(Phone("1-1")));
    }

    [Fact]
    public void Only_the_port_that_changed_is_told()
    {
        Look(Phone("1-1"), Phone("1-2"));

        Assert.Equal("Left 1-2", Look(Phone("1-1")));
    }

    private static UsbDevice Phone(string port, int address = 2, bool configured = true) => new(
        port, 1, address, 0x18D1, 0x4EE0, null, null, null, UsbSpeed.High, configured ? [new UsbInterface(0, 0xFF, 0x42, 0x03, [])] : []);

    private string Look(params UsbDevice[] devices) =>
        string.Join(", ", _picture.Replace(devices).Select(change => $"{change.Kind} {change.Device.PortPath}"));
}

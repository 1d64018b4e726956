using System.Text;
using CsCheck;
using Espero.Station.Protocols.Adb;

namespace Espero.Station.Protocols.Tests.Adb;

public sealed class AdbDeviceLineTests
{
    [Theory]
    [InlineData("connecting", AdbState.Connecting)]
    [InlineData("authorizing", AdbState.Authorizing)]
    [InlineData("unauthorized", AdbState.Unauthorized)]
    [InlineData("offline", AdbState.Offline)]
    [InlineData("bootloader", AdbState.Bootloader)]
    [InlineData("device", AdbState.Device)]
    [InlineData("recovery", AdbState.Recovery)]
    [InlineData("rescue", AdbState.Rescue)]
    [InlineData("sideload", AdbState.Sideload)]
    [InlineData("host", AdbState.Host)]
    [InlineData("no permissions (missing udev rules? user is in the group); see [http://developer.android.com/device.html]", AdbState.NoPermissions)]
    [InlineData("dreaming", AdbState.Unknown)]
    public void Every_state_is_read_and_its_words_are_kept(string text, AdbState state)
    {
        var device = AdbDeviceLine.Parse($"0123456789ABCDEF       {text} usb:1-2.3 product:nox model:Nox_1 device:nox transport_id:7");

        Assert.Equal(
            new AdbDevice("0123456789ABCDEF", state, text)
            {
                DevicePath = "usb:1-2.3",
                Product = "nox",
                Model = "Nox_1",
                Device = "nox",
                TransportId = 7,
            },
            device);
    }

    [Theory]
    [InlineData("(no serial number)     no permissions usb:1-2 transport_id:1", "")]
    [InlineData("A SERIAL WITH SPACES   device usb:1-2 transport_id:1", "A SERIAL WITH SPACES")]
    [InlineData("192.168.100.100:5555-and-more device transport_id:1", "192.168.100.100:5555-and-more")]
    [InlineData("SHORT\tdevice", "SHORT")]
    public void A_serial_is_read_whatever_it_is(string line, string serial) => Assert.Equal(serial, AdbDeviceLine.Parse(line).Serial);

    [Theory]
    [InlineData("SERIAL")]
    [InlineData("SERIAL device")] // not padded: no server writes this
    [InlineData(" ")]
    public void A_line_without_a_state_is_a_protocol_error(string line) =>
        Assert.Throws<AdbProtocolException>(() => AdbDeviceLine.Parse(line));

    [Fact]
    public void Emulators_are_left_out_of_a_list() =>
        Assert.Equal(
            "SHORT", Assert.Single(AdbDeviceLine.ParseList("emulator-5554          offline transport_id:1\nSHORT\tdevice\n")).Serial);

    [Fact]
    public void Random_text_is_read_or_refused_and_nothing_else() =>
        Gen.Byte.Array[0, 200].Sample(bytes =>
        {
            try
            {
                AdbDeviceLine.ParseList(Encoding.Latin1.GetString(bytes));
            }
            catch (AdbProtocolException)
            {
                // Said and done.
            }
        });
}

using Espero.Station.Protocols.Usb;

namespace Espero.Station.Protocols.Tests.Usb;

public sealed class UsbPortPathTests
{
    [Theory]
    [InlineData("1-1")]
    [InlineData("1-2.3")]
    [InlineData("12-10.4.1.7")]
    public void A_bus_and_its_hub_ports_name_a_socket(string name) => Assert.True(UsbPortPath.IsPort(name));

    [Theory]
    [InlineData("usb1")]
    [InlineData("1-0:1.0")]
    [InlineData("1-2:1.0")]
    [InlineData("1-2.")]
    [InlineData("1-0")]
    [InlineData("1-2\n")]
    [InlineData("")]
    public void Root_hubs_interfaces_and_nonsense_do_not(string name) => Assert.False(UsbPortPath.IsPort(name));
}

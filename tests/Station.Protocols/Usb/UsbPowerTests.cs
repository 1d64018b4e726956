using Espero.Station.Protocols.Usb;

namespace Espero.Station.Protocols.Tests.Usb;

/// <summary>How sockets are fed, read from a kernel's picture made of files in a folder of our own.</summary>
public sealed class UsbPowerTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("espero-power-");

    private UsbPower Power => new(_root.FullName);

    public void Dispose() => _root.Delete(recursive: true);

    [Theory]
    [InlineData("1-2.3", "1-2:1.0/1-2-port3")]
    [InlineData("1-2.3.4", "1-2.3:1.0/1-2.3-port4")]
    [InlineData("3-2", "3-0:1.0/usb3-port2")]
    public void The_hub_says_how_often_it_switched_a_socket_off(string port, string folder)
    {
        Write(folder, "over_current_count", "2");

        Assert.Equal(2, Power.OverCurrents(port));
    }

    [Fact]
    public void A_hub_that_does_not_count_says_nothing() => Assert.Null(Power.OverCurrents("1-2.3"));

    [Fact]
    public void A_hub_on_its_cables_current_has_too_little_for_two_phones()
    {
        Hub("1-2", attributes: "a0");
        Plug("1-2.1", "250mA");
        Plug("1-2.2", "250mA");

        var shortage = Assert.Single(Power.Shortages());

        Assert.Equal(("1-2", 500, 400), (shortage.Hub, shortage.WantedMilliamps, shortage.AvailableMilliamps));
        Assert.Equal("1-2", Power.ShortageAt("1-2.2")?.Hub);
    }

    [Fact]
    public void A_phone_that_the_kernel_left_without_power_is_named()
    {
        Hub("1-2", attributes: "a0");
        Plug("1-2.1", power: "", configuration: "");

        Assert.Equal(["1-2.1"], Power.ShortageAt("1-2.1")?.Starved);
    }

    [Fact]
    public void A_hub_with_its_own_supply_feeds_all_of_its_phones()
    {
        Hub("1-2", attributes: "e0");
        Plug("1-2.1", "500mA");
        Plug("1-2.2", "500mA");

        Assert.Null(Power.ShortageAt("1-2.1"));
    }

    [Fact]
    public void What_hangs_on_another_hub_does_not_count()
    {
        Hub("1-2", attributes: "a0");
        Plug("1-2.1", "100mA");
        Plug("1-3", "500mA");

        Assert.Empty(Power.Shortages());
    }

    [Theory]
    [InlineData("usb 1-1.2: device descriptor read/64, error -71", "1-1.2")]
    [InlineData("usb 1-1.2: device not accepting address 5, error -71", "1-1.2")]
    [InlineData("usb usb1-port3: unable to enumerate USB device", "1-3")]
    [InlineData("usb 1-2-port3: cannot enable. Maybe the USB cable is bad?", "1-2.3")]
    [InlineData("usb 1-1.2: new high-speed USB device number 5 using xhci_hcd", null)]
    [InlineData("usb 1-1.2: USB disconnect, device number 5", null)]
    [InlineData("device descriptor read/64, error -71", null)]
    public void The_kernels_complaint_names_its_socket(string message, string? port) =>
        Assert.Equal(port, UsbComplaint.Read(message)?.PortPath);

    private void Hub(string port, string attributes)
    {
        Write(port, "bDeviceClass", "09");
        Write(port, "bmAttributes", attributes);
        Write(port, "bMaxPower", "100mA");
        Write(port, "bConfigurationValue", "1");
    }

    private void Plug(string port, string power, string configuration = "1")
    {
        Write(port, "bDeviceClass", "00");
        Write(port, "bmAttributes", "80");
        Write(port, "bMaxPower", power);
        Write(port, "bConfigurationValue", configuration);
    }

    private void Write(string folder, string file, string text)
    {
        var directory = Directory.CreateDirectory(Path.Combine(_root.FullName, folder)).FullName;
        File.WriteAllText(Path.Combine(directory, file), text + "\n");
    }
}

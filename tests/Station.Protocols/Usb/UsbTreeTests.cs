using Espero.Station.Protocols.Usb;

namespace Espero.Station.Protocols.Tests.Usb;

/// <summary>The kernel's picture, made of files in a folder of our own.</summary>
public sealed class UsbTreeTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("espero-usb-");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public void A_phone_is_listed_with_its_port_ids_texts_and_speed()
    {
        Plug("1-2.3", ("serial", "VP0\n"), ("product", "Virtual phone\n"));

        var phone = Assert.Single(new UsbTree(_root.FullName).List());

        Assert.Equal("1-2.3", phone.PortPath);
        Assert.Equal((0x18D1, 0x4EE0), (phone.VendorId, phone.ProductId));
        Assert.Equal(("VP0", "Virtual phone"), (phone.Serial, phone.Product));
        Assert.Equal(UsbSpeed.High, phone.Speed);
        Assert.Equal("/dev/bus/usb/001/007", phone.Node);
        Assert.Equal(UsbPhoneKind.Fastboot, phone.Kind);
    }

    [Fact]
    public void A_phone_without_a_serial_has_none()
    {
        Plug("1-1", ("serial", "\n"));

        Assert.Null(Assert.Single(new UsbTree(_root.FullName).List()).Serial);
    }

    [Fact]
    public void Hubs_and_interfaces_are_no_phones()
    {
        Plug("usb1");
        Plug("1-1", ("bDeviceClass", "09\n"));
        Plug("1-1.2:1.0");

        Assert.Empty(new UsbTree(_root.FullName).List());
    }

    [Fact]
    public void A_device_that_leaves_while_it_is_read_is_left_out()
    {
        Plug("1-1");
        File.Delete(Path.Combine(_root.FullName, "1-1", "descriptors"));

        Assert.Empty(new UsbTree(_root.FullName).List());
    }

    [Fact]
    public void A_kernel_without_USB_has_no_devices() => Assert.Empty(new UsbTree(Path.Combine(_root.FullName, "none")).List());

    [Fact]
    public void The_driver_of_an_interface_is_found()
    {
        Plug("1-1");
        var face = Directory.CreateDirectory(Path.Combine(_root.FullName, "1-1:1.0"));
        var driver = Directory.CreateDirectory(Path.Combine(_root.FullName, "usbfs"));
        File.CreateSymbolicLink(Path.Combine(face.FullName, "driver"), driver.FullName);
        var tree = new UsbTree(_root.FullName);
        var phone = Assert.Single(tree.List());

        Assert.Equal("usbfs", tree.DriverOf(phone, phone.Interfaces[0]));
    }

    [Fact]
    public void An_interface_that_nobody_has_has_no_driver()
    {
        Plug("1-1");
        var tree = new UsbTree(_root.FullName);
        var phone = Assert.Single(tree.List());

        Assert.Null(tree.DriverOf(phone, phone.Interfaces[0]));
    }

    private void Plug(string name, params (string File, string Text)[] also)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_root.FullName, name)).FullName;
        (string File, string Text)[] usual =
        [
            ("busnum", "1\n"), ("devnum", "7\n"), ("bDeviceClass", "00\n"), ("bConfigurationValue", "1\n"),
            ("idVendor", "18d1\n"), ("idProduct", "4ee0\n"), ("speed", "480\n"),
        ];
        foreach (var (file, text) in usual.Concat(also))
        {
            File.WriteAllText(Path.Combine(folder, file), text);
        }

        File.WriteAllBytes(Path.Combine(folder, "descriptors"), DescriptorBytes.Bootloader);
    }
}

using Espero.Station.Protocols.Usb;
using static Espero.Station.Protocols.Tests.Usb.DescriptorBytes;

namespace Espero.Station.Protocols.Tests.Usb;

public sealed class UsbDescriptorsTests
{
    [Fact]
    public void A_bootloader_shows_one_interface_with_an_endpoint_each_way()
    {
        var face = Assert.Single(UsbDescriptors.InterfacesOf(Bootloader, configuration: 1));

        Assert.True(face.IsFastboot);
        Assert.Equal(0x82, face.Endpoints.Single(endpoint => endpoint.IsBulkIn).Address);
        Assert.Equal(512, face.Endpoints.Single(endpoint => endpoint.IsBulkOut).MaxPacketBytes);
    }

    [Fact]
    public void Only_the_active_configuration_counts()
    {
        byte[] two = [.. Bootloader, .. Configuration(2), .. Interface(0, 0, 0xFF, 0x42, 0x01)];

        Assert.True(Assert.Single(UsbDescriptors.InterfacesOf(two, configuration: 2)).IsAdb);
    }

    [Fact]
    public void A_device_that_is_not_configured_has_no_interfaces() =>
        Assert.Empty(UsbDescriptors.InterfacesOf(Bootloader, configuration: 0));

    [Fact]
    public void Other_settings_of_an_interface_are_not_further_interfaces()
    {
        byte[] audio = [.. Device, .. Configuration(1), .. Interface(0, 0, 1, 2, 0), .. Interface(0, 1, 1, 2, 0), .. Bulk(0x01, 64)];

        Assert.Empty(Assert.Single(UsbDescriptors.InterfacesOf(audio, configuration: 1)).Endpoints);
    }

    [Fact]
    public void Descriptors_nobody_knows_are_passed_over()
    {
        byte[] strange =
        [
            .. Device, .. Configuration(1), 5, 0x24, 0, 0x10, 1,
            .. Interface(0, 0, 0xFF, 0x42, 0x03), 3, 0x30, 0, .. Bulk(0x81, 512),
        ];

        Assert.Single(Assert.Single(UsbDescriptors.InterfacesOf(strange, configuration: 1)).Endpoints);
    }

    [Fact]
    public void The_high_bits_of_a_packet_size_are_not_its_size()
    {
        byte[] isochronous = [.. Configuration(1), .. Interface(0, 0, 1, 1, 1), .. Bulk(0x81, 0x1400)];

        Assert.Equal(1024, UsbDescriptors.InterfacesOf(isochronous, configuration: 1)[0].Endpoints[0].MaxPacketBytes);
    }

    [Fact]
    public void Cut_anywhere_they_are_read_as_far_as_they_go()
    {
        for (var length = 0; length < Bootloader.Length; length++)
        {
            Assert.InRange(UsbDescriptors.InterfacesOf(Bootloader.AsSpan(0, length), configuration: 1).Length, 0, 1);
        }
    }

    [Fact]
    public void Random_bytes_are_read_to_an_end()
    {
        var random = new Random(1);
        var bytes = new byte[512];
        for (var round = 0; round < 20_000; round++)
        {
            random.NextBytes(bytes);
            Assert.InRange(UsbDescriptors.InterfacesOf([.. Configuration(1), .. bytes], configuration: 1).Length, 0, 64);
        }
    }
}

using Espero.Station.Protocols.Usb;

namespace Espero.Station.Protocols.Tests.Usb;

public sealed class UsbPhoneKindsTests
{
    [Theory]
    [InlineData(0x04E8, 0x685D, UsbPhoneKind.SamsungDownload)]
    [InlineData(0x04E8, 0x6601, UsbPhoneKind.SamsungDownload)]
    [InlineData(0x04E8, 0x68C3, UsbPhoneKind.SamsungDownload)]
    [InlineData(0x05C6, 0x9008, UsbPhoneKind.QualcommEdl)]
    [InlineData(0x05C6, 0x900E, UsbPhoneKind.QualcommEdl)]
    [InlineData(0x0E8D, 0x0003, UsbPhoneKind.MediaTekBootRom)]
    [InlineData(0x0E8D, 0x2000, UsbPhoneKind.MediaTekPreloader)]
    [InlineData(0x0E8D, 0x20FF, UsbPhoneKind.MediaTekPreloader)]
    [InlineData(0x22D9, 0x0006, UsbPhoneKind.MediaTekPreloader)]
    public void Ids_tell_what_shows_no_interface_of_its_own(int vendor, int product, UsbPhoneKind kind) =>
        Assert.Equal(kind, Kind(vendor, product, (0x0A, 0, 0)));

    [Theory]
    [InlineData(0xFF, 0x42, 0x03, UsbPhoneKind.Fastboot)]
    [InlineData(0xFF, 0x42, 0x01, UsbPhoneKind.Adb)]
    [InlineData(0x06, 0x01, 0x01, UsbPhoneKind.WithoutDebugging)]
    [InlineData(0xFF, 0xFF, 0x00, UsbPhoneKind.WithoutDebugging)]
    [InlineData(0x03, 0x01, 0x02, UsbPhoneKind.Unknown)]
    public void Interfaces_tell_whatever_the_vendor_is(byte @class, byte subClass, byte protocol, UsbPhoneKind kind) =>
        Assert.Equal(kind, Kind(0x2717, 0x0001, (@class, subClass, protocol)));

    [Fact]
    public void A_phone_that_offers_files_and_adb_speaks_adb() =>
        Assert.Equal(UsbPhoneKind.Adb, Kind(0x18D1, 0x4EE2, (0x06, 0x01, 0x01), (0xFF, 0x42, 0x01)));

    [Fact]
    public void A_Samsung_modem_is_a_phone_without_debugging() =>
        Assert.Equal(UsbPhoneKind.WithoutDebugging, Kind(0x04E8, 0x6860, (0x02, 0x02, 0x01)));

    [Fact]
    public void Another_vendors_modem_is_unknown() => Assert.Equal(UsbPhoneKind.Unknown, Kind(0x1234, 0x0001, (0x02, 0x02, 0x01)));

    private static UsbPhoneKind Kind(int vendor, int product, params (byte Class, byte SubClass, byte Protocol)[] faces) => new UsbDevice(
        "1-1", 1, 2, (ushort)vendor, (ushort)product, null, null, null, UsbSpeed.High,
        [.. faces.Select((face, number) => new UsbInterface((byte)number, face.Class, face.SubClass, face.Protocol, []))]).Kind;
}

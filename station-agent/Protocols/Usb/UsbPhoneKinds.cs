namespace Espero.Station.Protocols.Usb;

/// <summary>Tells phones and their modes apart by what they say of themselves before anybody speaks to them.</summary>
public static class UsbPhoneKinds
{
    private const ushort Samsung = 0x04E8;
    private const ushort Qualcomm = 0x05C6;
    private const ushort MediaTek = 0x0E8D;
    private const ushort Oppo = 0x22D9;

    /// <summary>Ids before interfaces: a boot ROM's serial port looks like any other.</summary>
    public static UsbPhoneKind Of(UsbDevice device) => (device.VendorId, device.ProductId) switch
    {
        (Samsung, 0x6601 or 0x685D or 0x68C3) => UsbPhoneKind.SamsungDownload,
        (Qualcomm, 0x9008 or 0x900E) => UsbPhoneKind.QualcommEdl, // 900E: it offers its memory after a crash
        (MediaTek, 0x0003) => UsbPhoneKind.MediaTekBootRom,
        (MediaTek, 0x2000 or 0x2001 or 0x20FF or 0x3000) or (Oppo, 0x0006) => UsbPhoneKind.MediaTekPreloader,
        _ when Shows(device, face => face.IsFastboot) => UsbPhoneKind.Fastboot,
        _ when Shows(device, face => face.IsAdb) => UsbPhoneKind.Adb,
        _ when Shows(device, OffersFiles) || IsIdleAndroid(device) => UsbPhoneKind.WithoutDebugging,
        _ => UsbPhoneKind.Unknown,
    };

    // PTP, and MTP in its two disguises: the class of still images, or the vendor's own (Android's f_mtp).
    private static bool OffersFiles(UsbInterface face) => face.Is(0x06, 0x01, 0x01) || face.Is(0xFF, 0xFF, 0x00);

    // Samsung shows its modem (CDC ACM) even to a stranger; 18d1:4ee0 to 4eef are Google's ids for Android's modes.
    private static bool IsIdleAndroid(UsbDevice device) =>
        (device.VendorId == Samsung && Shows(device, face => face.Is(0x02, 0x02, 0x01)))
        || device is { VendorId: 0x18D1, ProductId: >= 0x4EE0 and <= 0x4EEF };

    private static bool Shows(UsbDevice device, Func<UsbInterface, bool> what) => device.Interfaces.Any(what);
}

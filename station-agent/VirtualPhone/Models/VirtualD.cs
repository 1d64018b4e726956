using static Espero.VirtualPhone.Models.Size;

namespace Espero.VirtualPhone.Models;

/// <summary>
/// A phone of 2013 whose bootloader hears only short commands, lists nothing, counts in decimal and answers unknown
/// variables with nothing.
/// </summary>
public static class VirtualD
{
    private const int OldCommandBytes = 64;
    private const int OldUdpPacketBytes = 512;

    public static PhoneModel Model { get; } = VirtualB.Model with
    {
        Name = "virtual-d",
        Product = "virtual-d",
        Variant = "GSM EMMC",
        BootloaderVersion = "espero-d-0.1",
        BasebandVersion = "espero-d-radio-0.1",
        MaxDownloadSizeBytes = 64 * MiB,
        Traits = new()
        {
            MaxCommandBytes = OldCommandBytes,
            RefusesAll = true,
            UnknownVariableIsEmpty = true,
            DownloadSize = SizeNotation.DecimalDigits,
            UdpPacketBytes = OldUdpPacketBytes,
        },
    };
}

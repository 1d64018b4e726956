using static Espero.VirtualPhone.Models.Size;

namespace Espero.VirtualPhone.Models;

/// <summary>A phone that differs from the specification wherever real bootloaders have been seen to.</summary>
public static class VirtualE
{
    public static PhoneModel Model { get; } = VirtualC.Model with
    {
        Name = "virtual-e",
        Product = "virtual-e",
        MarketName = "Virtual E",
        BootloaderVersion = "espero-e-1.0",
        MaxDownloadSizeBytes = 8 * MiB,
        Traits = new()
        {
            AllSeparator = ": ",
            DownloadSize = SizeNotation.HexadecimalWithoutPrefix,
            InfoBeforeData = true,
            InfoAfterData = true,
            HidesSlotCount = true,
            HidesProduct = true,
        },
    };
}

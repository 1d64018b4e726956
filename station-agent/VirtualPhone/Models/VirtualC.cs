using static Espero.VirtualPhone.Models.Size;

namespace Espero.VirtualPhone.Models;

/// <summary>A recent phone: two slots, dynamic partitions with fastbootd, and a bootloader that looks at what it starts.</summary>
public static class VirtualC
{
    public static PhoneModel Model { get; } = new()
    {
        Name = "virtual-c",
        Product = "virtual-c",
        MarketName = "Virtual C",
        Variant = "EU UFS",
        HardwareRevision = "mp1.1",
        BootloaderVersion = "espero-c-2.0",
        BasebandVersion = "espero-c-radio-3.4",
        Slots = ["a", "b"],
        Partitions =
        [
            new("bootloader", 32 * MiB, "raw", PerSlot: true),
            new("modem", 128 * MiB, "raw", PerSlot: true),
            new("boot", 64 * MiB, "raw", PerSlot: true),
            new("init_boot", 8 * MiB, "raw", PerSlot: true),
            new("vendor_boot", 64 * MiB, "raw", PerSlot: true),
            new("dtbo", 16 * MiB, "raw", PerSlot: true),
            new("vbmeta", 64 * KiB, "raw", PerSlot: true),
            new("vbmeta_system", 64 * KiB, "raw", PerSlot: true),
            new("super", 6 * GiB, "raw"),
            new("avb_custom_key", 4 * KiB, "raw"),
            new("misc", 1 * MiB, "raw"),
            new("metadata", 16 * MiB, "ext4"),
            new("persist", 32 * MiB, "ext4"),
            new("userdata", 16 * GiB, "f2fs"),
        ],
        PrivatePartitions = ["userdata", "metadata"],
        Super = new(
            6 * GiB,
            [
                new("system_a", 2 * GiB),
                new("system_b", 0),
                new("vendor_a", 512 * MiB),
                new("vendor_b", 0),
                new("product_a", 1 * GiB),
                new("product_b", 0),
            ]),
        BootloaderKnowsRecovery = true,
        HasOemCommands = true,
        ChecksImages = true,
        ChecksBattery = true,
        RefusesRollback = true,
        Refusals = VirtualA.Model.Refusals,
    };
}

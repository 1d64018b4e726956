using static Espero.VirtualPhone.Models.Size;

namespace Espero.VirtualPhone.Models;

/// <summary>A phone with two slots, as most made since 2018: no recovery and no cache partition, recovery lives in boot.</summary>
public static class VirtualA
{
    public static PhoneModel Model { get; } = new()
    {
        Name = "virtual-a",
        Product = "virtual-a",
        Variant = "EU UFS",
        HardwareRevision = "mp1.0",
        BootloaderVersion = "espero-a-1.4",
        BasebandVersion = "espero-a-radio-2.1",
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
            new("system", 4 * GiB, "ext4", PerSlot: true),
            new("vendor", 1 * GiB, "ext4", PerSlot: true),
            new("misc", 1 * MiB, "raw"),
            new("metadata", 16 * MiB, "ext4"),
            new("persist", 32 * MiB, "ext4"),
            new("userdata", 16 * GiB, "f2fs"),
        ],
        PrivatePartitions = ["userdata", "metadata"],
        Refusals = new(
            LockedFlash: "Flashing is not allowed in Lock State",
            LockedErase: "Device not unlocked cannot flash or erase",
            LockedSlot: "Fastboot command (set_active:) is not allowed when locked",
            UnlockNotAllowed: "flashing unlock is not allowed",
            NoPartition: "Partition doesn't exist",
            ImageTooBig: "Not enough space for partition",
            NoVariable: "GetVar Variable Not found",
            UnknownCommand: "unknown command"),
    };
}

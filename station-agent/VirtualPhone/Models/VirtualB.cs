using static Espero.VirtualPhone.Models.Size;

namespace Espero.VirtualPhone.Models;

/// <summary>An older phone without slots: it has a recovery and a cache partition, and refuses in other words.</summary>
public static class VirtualB
{
    public static PhoneModel Model { get; } = new()
    {
        Name = "virtual-b",
        Product = "virtual-b",
        Variant = "GLOBAL EMMC",
        HardwareRevision = "rev2",
        BootloaderVersion = "espero-b-0.9",
        BasebandVersion = "espero-b-radio-1.7",
        Partitions =
        [
            new("aboot", 1 * MiB, "raw"),
            new("modem", 64 * MiB, "raw"),
            new("boot", 32 * MiB, "raw"),
            new("recovery", 32 * MiB, "raw"),
            new("dtbo", 8 * MiB, "raw"),
            new("vbmeta", 64 * KiB, "raw"),
            new("system", 3 * GiB, "ext4"),
            new("vendor", 512 * MiB, "ext4"),
            new("cache", 256 * MiB, "ext4"),
            new("misc", 1 * MiB, "raw"),
            new("nvdata", 32 * MiB, "ext4"),
            new("persist", 16 * MiB, "ext4"),
            new("userdata", 8 * GiB, "ext4"),
        ],
        PrivatePartitions = ["userdata", "cache"],
        Refusals = new(
            LockedFlash: "Partition flashing is not allowed",
            LockedErase: "not supported in locked device",
            LockedSlot: "Command not allowed",
            UnlockNotAllowed: "oem unlock is not allowed",
            NoPartition: "Partition does not exist",
            ImageTooBig: "Not enough space for partition",
            NoVariable: "unknown variable",
            UnknownCommand: "unknown command"),
    };
}

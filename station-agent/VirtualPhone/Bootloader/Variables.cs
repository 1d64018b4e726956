using Espero.VirtualPhone.Models;
using Espero.VirtualPhone.Partitions;
using Espero.VirtualPhone.State;

namespace Espero.VirtualPhone.Bootloader;

/// <summary>What <c>getvar</c> knows (AOSP fastboot/README.md, "Client Variables"; fastboot's constants.h).</summary>
internal static class Variables
{
    private const int EnoughBatteryPercent = 15;
    private const int EmptyMillivolts = 3400;
    private const int MillivoltsPerPercent = 9;

    public static string? Find(Phone phone, string name) =>
        All(phone).Where(variable => variable.Name == name).Select(variable => variable.Value).FirstOrDefault();

    /// <summary>Every variable, in the order of <c>getvar:all</c>.</summary>
    public static IEnumerable<(string Name, string Value)> All(Phone phone) =>
        [.. Identity(phone.Model, phone.State), .. Slots(phone.Model, phone.State), .. Layout(phone.Table)];

    private static IEnumerable<(string Name, string Value)> Identity(PhoneModel model, PhoneState state) =>
    [
        ("version", "0.4"),
        ("product", model.Product),
        ("variant", model.Variant),
        ("hw-revision", model.HardwareRevision),
        ("serialno", state.Serial),
        ("version-bootloader", model.BootloaderVersion),
        ("version-baseband", model.BasebandVersion),
        ("secure", "yes"),
        ("unlocked", YesNo(state.Unlocked)),
        ("off-mode-charge", "1"),
        ("battery-soc", $"{state.BatteryPercent}"),
        ("battery-soc-ok", YesNo(state.BatteryPercent >= EnoughBatteryPercent)),
        ("battery-voltage", $"{EmptyMillivolts + (MillivoltsPerPercent * state.BatteryPercent)}"),
        ("is-userspace", "no"),
        ("snapshot-update-status", "none"),
        ("max-download-size", Hex(model.MaxDownloadSizeBytes)),
        ("erase-block-size", Hex(model.EraseBlockSizeBytes)),
        ("logical-block-size", Hex(model.LogicalBlockSizeBytes)),
    ];

    // A phone without slots knows none of these names.
    private static IEnumerable<(string Name, string Value)> Slots(PhoneModel model, PhoneState state) =>
        model.HasSlots
            ? [("slot-count", $"{model.Slots.Length}"), ("current-slot", state.CurrentSlot), .. state.Slots.SelectMany(OfSlot)]
            : [];

    private static IEnumerable<(string Name, string Value)> OfSlot(SlotState slot) =>
    [
        ($"slot-successful:{slot.Name}", YesNo(slot.Successful)),
        ($"slot-unbootable:{slot.Name}", YesNo(slot.Unbootable)),
        ($"slot-retry-count:{slot.Name}", $"{slot.RetriesLeft}"),
    ];

    private static IEnumerable<(string Name, string Value)> Layout(PartitionTable table) =>
        table.All
            .DistinctBy(partition => partition.BaseName)
            .Select(partition => ($"has-slot:{partition.BaseName}", YesNo(partition.Slot is not null)))
            .Concat(table.All.SelectMany(OfPartition));

    private static IEnumerable<(string Name, string Value)> OfPartition(Partition partition) =>
    [
        ($"partition-type:{partition.Name}", partition.Type),
        ($"partition-size:{partition.Name}", Hex(partition.SizeBytes)),
        ($"is-logical:{partition.Name}", "no"),
    ];

    private static string Hex(long number) => $"0x{number:x}";

    private static string YesNo(bool holds) => holds ? "yes" : "no";
}

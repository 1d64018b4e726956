using System.Globalization;
using Espero.VirtualPhone.Fastbootd;
using Espero.VirtualPhone.Models;
using Espero.VirtualPhone.Partitions;
using Espero.VirtualPhone.State;

namespace Espero.VirtualPhone.Bootloader;

/// <summary>What <c>getvar</c> knows (AOSP fastboot/README.md, "Client Variables"; fastboot's constants.h).</summary>
internal static class Variables
{
    public const int EnoughBatteryPercent = 15;
    private const int EmptyMillivolts = 3400;
    private const int MillivoltsPerPercent = 9;

    public static string? Find(PhoneParts parts, PhoneMode mode, string name) =>
        All(parts, mode).Where(variable => variable.Name == name).Select(variable => variable.Value).FirstOrDefault()
        ?? OfPartitionWithoutSlot(parts, mode, name);

    /// <summary>Every variable, in the order of <c>getvar:all</c>.</summary>
    public static IEnumerable<(string Name, string Value)> All(PhoneParts parts, PhoneMode mode)
    {
        var (model, state) = (parts.Phone.Model, parts.Phone.State);
        IEnumerable<(string Name, string Value)> own =
        [
            .. Identity(model, state, mode), .. Updates(model, state), .. Slots(model, state), .. Layout(parts.Phone, mode),
        ];
        var names = new HashSet<string>(StringComparer.Ordinal);
        return parts.Faults.Variables.Reverse().Concat(model.Variables).Concat(own)
            .Where(variable => names.Add(variable.Name) && variable.Value.Length > 0);
    }

    private static IEnumerable<(string Name, string Value)> Identity(PhoneModel model, PhoneState state, PhoneMode mode) =>
    [
        ("version", "0.4"),
        .. model.Traits.HidesProduct ? ((string, string)[])[] : [("product", model.Product)],
        ("variant", model.Variant),
        ("hw-revision", model.HardwareRevision),
        ("serialno", state.Serial),
        ("version-bootloader", model.BootloaderVersion),
        ("version-baseband", model.BasebandVersion),
        ("secure", "yes"),
        ("unlocked", YesNo(state.Unlocked)),
        ("off-mode-charge", state.StartsWhenPlugged ? "0" : "1"),
        ("battery-soc", $"{state.BatteryPercent}"),
        ("battery-soc-ok", YesNo(state.BatteryPercent >= EnoughBatteryPercent)),
        ("battery-voltage", $"{EmptyMillivolts + (MillivoltsPerPercent * state.BatteryPercent)}"),
        ("is-userspace", YesNo(mode == PhoneMode.Fastbootd)),
        ("snapshot-update-status", Word(state.Snapshot)),
        ("max-download-size", Size(model.MaxDownloadSizeBytes, model.Traits.DownloadSize)),
        ("erase-block-size", Hex(model.EraseBlockSizeBytes)),
        ("logical-block-size", Hex(model.LogicalBlockSizeBytes)),
    ];

    private static IEnumerable<(string Name, string Value)> Updates(PhoneModel model, PhoneState state) =>
    [
        .. model.HasFastbootd
            ? ((string, string)[])
            [
                ("super-partition-name", SuperModel.PartitionName),
                ("dynamic-partition", "true"),
                ("max-fetch-size", Hex(UploadCommands.MaxFetchBytes)),
                ("security-patch-level", state.Current.System?.SecurityPatch ?? model.System.SecurityPatch),
            ]
            : [],
        .. model.RefusesRollback
            ? ((string, string)[])[("anti", state.RollbackIndex.ToString(CultureInfo.InvariantCulture))]
            : [],
    ];

    // A phone without slots knows none of these names.
    private static IEnumerable<(string Name, string Value)> Slots(PhoneModel model, PhoneState state) =>
        model.HasSlots
            ?
            [
                .. model.Traits.HidesSlotCount ? ((string, string)[])[] : [("slot-count", $"{model.Slots.Length}")],
                ("current-slot", state.CurrentSlot),
                .. state.Slots.SelectMany(OfSlot),
            ]
            : [];

    private static IEnumerable<(string Name, string Value)> OfSlot(SlotState slot) =>
    [
        ($"slot-successful:{slot.Name}", YesNo(slot.Successful)),
        ($"slot-unbootable:{slot.Name}", YesNo(slot.Unbootable)),
        ($"slot-retry-count:{slot.Name}", $"{slot.RetriesLeft}"),
    ];

    private static IEnumerable<(string Name, string Value)> Layout(Phone phone, PhoneMode mode)
    {
        var logical = phone.State.Super.Select(volume => Partition.Logical(volume, phone.Model.Slots)).ToList();
        return phone.Table.All.Concat(logical)
            .DistinctBy(partition => partition.BaseName)
            .Select(partition => ($"has-slot:{partition.BaseName}", YesNo(partition.Slot is not null)))
            .Concat(phone.Table.All.SelectMany(partition => OfPartition(partition, isLogical: false)))
            .Concat(mode == PhoneMode.Fastbootd ? logical.SelectMany(partition => OfPartition(partition, isLogical: true)) : []);
    }

    private static IEnumerable<(string Name, string Value)> OfPartition(Partition partition, bool isLogical) =>
    [
        ($"partition-type:{partition.Name}", partition.Type),
        ($"partition-size:{partition.Name}", Hex(partition.SizeBytes)),
        ($"is-logical:{partition.Name}", YesNo(isLogical)),
    ];

    // fastbootd also answers for "system" where the current slot's "system_a" is meant.
    private static string? OfPartitionWithoutSlot(PhoneParts parts, PhoneMode mode, string name) =>
        mode == PhoneMode.Fastbootd
        && name.Split(':') is [var variable and ("partition-size" or "partition-type" or "is-logical"), var partition]
        && parts.Phone.Find(partition, mode) is { Slot: not null } found
        && found.Name != partition
            ? Find(parts, mode, $"{variable}:{found.Name}")
            : null;

    private static string Word(SnapshotStatus status) => status switch
    {
        SnapshotStatus.None => "none",
        SnapshotStatus.Snapshotted => "snapshotted",
        SnapshotStatus.Merging => "merging",
    };

    private static string Size(long bytes, SizeNotation notation) => notation switch
    {
        SizeNotation.Hexadecimal => Hex(bytes),
        SizeNotation.HexadecimalWithoutPrefix => $"{bytes:x}",
        SizeNotation.DecimalDigits => $"{bytes}",
    };

    private static string Hex(long number) => $"0x{number:x}";

    private static string YesNo(bool holds) => holds ? "yes" : "no";
}

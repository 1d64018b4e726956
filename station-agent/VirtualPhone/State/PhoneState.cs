using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Espero.VirtualPhone.Models;

namespace Espero.VirtualPhone.State;

/// <summary>All that one phone remembers besides its partitions; swapped whole at every change.</summary>
public sealed record PhoneState
{
    public const int CurrentFormat = 1;

    /// <summary>The version of this file's layout.</summary>
    public int Format { get; init; } = CurrentFormat;

    public required string Model { get; init; }

    public required string Serial { get; init; }

    public PhoneMode Mode { get; init; } = PhoneMode.Bootloader;

    public bool Unlocked { get; init; } = true;

    /// <summary>Whether what the phone starts with may be written too, on models with a lock of their own for it.</summary>
    public bool CriticalUnlocked { get; init; }

    /// <summary>Whether a phone that is off starts when it is plugged in, instead of only charging.</summary>
    public bool StartsWhenPlugged { get; init; }

    /// <summary>The "OEM unlocking" switch in the system's settings, which <c>flashing unlock</c> obeys.</summary>
    public bool UnlockAllowed { get; init; } = true;

    /// <summary>0 to 100.</summary>
    public int BatteryPercent { get; init; } = 80;

    /// <summary>The battery's temperature in tenths of a degree Celsius, as Android counts it.</summary>
    public int BatteryTemperatureTenths { get; init; } = 290;

    /// <summary>"USB debugging" in the system's settings; a wipe switches it off.</summary>
    public bool AdbEnabled { get; init; } = true;

    /// <summary>Public keys that a person has accepted, as adb sends them; a wipe forgets them.</summary>
    public ImmutableArray<string> AuthorizedKeys { get; init; } = [];

    /// <summary>The key that the screen asks about; null when it asks nothing.</summary>
    public string? KeyOnScreen { get; init; }

    /// <summary>Whether somebody's data is on the phone.</summary>
    public bool HoldsOwnersData { get; init; } = true;

    /// <summary>How often the owner's data has been wiped.</summary>
    public int Wipes { get; init; }

    public SnapshotStatus Snapshot { get; init; }

    /// <summary>The lowest rollback index that a locked phone still starts; it only grows.</summary>
    public long RollbackIndex { get; init; }

    /// <summary>The logical partitions; empty for a phone without super.</summary>
    public ImmutableArray<LogicalVolume> Super { get; init; } = [];

    /// <summary>Whether the next end of a sideload starts the system, as after <c>reboot sideload-auto-reboot</c>.</summary>
    public bool SideloadStartsSystem { get; init; }

    /// <summary>The current slot's name; empty for a phone without slots.</summary>
    public required string CurrentSlot { get; init; }

    /// <summary>One entry per slot; a phone without slots has one with an empty name.</summary>
    public required ImmutableArray<SlotState> Slots { get; init; }

    /// <summary>How often the bootloader has started.</summary>
    public int BootloaderStarts { get; init; }

    /// <summary>How often the system has started.</summary>
    public int SystemStarts { get; init; }

    /// <summary>Whether what holds the recovery was written since the phone left its factory.</summary>
    public bool RecoveryWritten { get; init; }

    /// <summary>Whether the recovery that runs, or ran last, is not the delivered one: it was written, or started from memory.</summary>
    public bool RunsOtherRecovery { get; init; }

    /// <summary>The slot that is current.</summary>
    [JsonIgnore]
    public SlotState Current => Slot(CurrentSlot)!;

    /// <summary>What a PC sees of the phone on USB in this mode.</summary>
    [JsonIgnore]
    public UsbGadget Gadget => UsbGadget.Of(Mode, AdbEnabled);

    /// <summary>A phone as it leaves the factory: slot a holds a system that has booted, slot b is empty.</summary>
    public static PhoneState Factory(PhoneModel model, string serial, bool unlocked)
    {
        ArgumentNullException.ThrowIfNull(model);
        var names = model.HasSlots ? model.Slots : [""];
        return new PhoneState
        {
            Model = model.Name,
            Serial = serial,
            Unlocked = unlocked && !model.Delivery.Locked,
            UnlockAllowed = model.Delivery.UnlockAllowed,
            BatteryPercent = model.Delivery.BatteryPercent,
            BatteryTemperatureTenths = model.Delivery.BatteryTemperatureTenths,
            AdbEnabled = model.Delivery.AdbEnabled,
            Snapshot = model.Delivery.Snapshot,
            RollbackIndex = model.Delivery.RollbackIndex,
            Super = model.Super?.Volumes ?? [],
            CurrentSlot = names[0],
            Slots = [.. names.Select((name, index) => SlotState.Factory(name, bootable: index == 0, index == 0 ? model.System : null))],
        };
    }

    /// <summary>The slot called <paramref name="name"/>, or null.</summary>
    public SlotState? Slot(string name) => Slots.FirstOrDefault(slot => slot.Name == name);

    public PhoneState WithSlot(string name, Func<SlotState, SlotState> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return this with { Slots = [.. Slots.Select(slot => slot.Name == name ? change(slot) : slot)] };
    }

    /// <summary>The owner's data is gone, and with it every setting that it held.</summary>
    public PhoneState Wiped() =>
        this with { HoldsOwnersData = false, AdbEnabled = false, AuthorizedKeys = [], KeyOnScreen = null, Wipes = Wipes + 1 };

    /// <summary>
    /// What starting the system does: a slot with something to boot reaches it, any other costs one of the slot's tries and
    /// ends in the bootloader.
    /// </summary>
    public PhoneState StartedSystem() =>
        Current is { Bootable: true, Unbootable: false }
            ? WithSlot(CurrentSlot, slot => slot.Booted()) with { Mode = PhoneMode.System, SystemStarts = SystemStarts + 1 }
            : WithSlot(CurrentSlot, slot => slot.FailedToBoot()).StartedBootloader();

    public PhoneState StartedBootloader() => this with { Mode = PhoneMode.Bootloader, BootloaderStarts = BootloaderStarts + 1 };
}

using System.Collections.Immutable;
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

    /// <summary>The "OEM unlocking" switch in the system's settings, which <c>flashing unlock</c> obeys.</summary>
    public bool UnlockAllowed { get; init; } = true;

    /// <summary>0 to 100.</summary>
    public int BatteryPercent { get; init; } = 80;

    /// <summary>The current slot's name; empty for a phone without slots.</summary>
    public required string CurrentSlot { get; init; }

    /// <summary>One entry per slot; a phone without slots has one with an empty name.</summary>
    public required ImmutableArray<SlotState> Slots { get; init; }

    /// <summary>How often the bootloader has started.</summary>
    public int BootloaderStarts { get; init; }

    /// <summary>How often the system has started.</summary>
    public int SystemStarts { get; init; }

    /// <summary>A phone as it leaves the factory: slot a holds a system that has booted, slot b is empty.</summary>
    public static PhoneState Factory(PhoneModel model, string serial, bool unlocked)
    {
        ArgumentNullException.ThrowIfNull(model);
        var names = model.HasSlots ? model.Slots : [""];
        return new PhoneState
        {
            Model = model.Name,
            Serial = serial,
            Unlocked = unlocked,
            CurrentSlot = names[0],
            Slots = [.. names.Select((name, index) => SlotState.Factory(name, bootable: index == 0))],
        };
    }

    /// <summary>The slot called <paramref name="name"/>, or null.</summary>
    public SlotState? Slot(string name) => Slots.FirstOrDefault(slot => slot.Name == name);

    public PhoneState WithSlot(string name, Func<SlotState, SlotState> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return this with { Slots = [.. Slots.Select(slot => slot.Name == name ? change(slot) : slot)] };
    }

    /// <summary>
    /// What starting the system does: a slot with something to boot reaches it, any other costs one of the slot's tries and
    /// ends in the bootloader.
    /// </summary>
    public PhoneState StartedSystem() =>
        Slot(CurrentSlot) is { Bootable: true, Unbootable: false }
            ? WithSlot(CurrentSlot, slot => slot.Booted()) with { Mode = PhoneMode.System, SystemStarts = SystemStarts + 1 }
            : WithSlot(CurrentSlot, slot => slot.FailedToBoot()).StartedBootloader();

    public PhoneState StartedBootloader() => this with { Mode = PhoneMode.Bootloader, BootloaderStarts = BootloaderStarts + 1 };
}

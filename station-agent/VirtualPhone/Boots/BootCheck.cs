using Espero.VirtualPhone.Faults;
using Espero.VirtualPhone.State;

namespace Espero.VirtualPhone.Boots;

/// <summary>Looks at what is in a slot as a bootloader does before it starts it.</summary>
internal sealed class BootCheck(PhoneParts parts)
{
    private const int StartBytes = 4096;

    /// <summary>Whether the current slot has something that starts, given the lock.</summary>
    public bool CanStart(PhoneState state) =>
        !parts.Faults.Has(Misbehaviour.NeverStarts)
        && state.Current is { Bootable: true, Unbootable: false }
        && BootImageStarts(state)
        && HasSystem(state)
        && VerifiedBootAgrees(state);

    /// <summary>The lowest roll-back index of what is in the slot.</summary>
    public long RollbackIndexOf(PhoneState state) => VbmetaOf(state)?.RollbackIndex ?? 0;

    /// <summary>The system that runs once the slot has started.</summary>
    public InstalledSystem SystemOf(PhoneState state)
    {
        var slot = state.Current;
        if (parts.Faults.Has(Misbehaviour.StartsOldSystem) || (slot is { SystemWritten: false, System: null }))
        {
            return parts.Phone.Model.System;
        }

        if (!slot.SystemWritten)
        {
            return slot.System!;
        }

        var start = Start("system", state);
        return start.Length == 0 ? parts.Phone.Model.System : TrialSystem.Read(start) ?? TrialSystem.Unnamed(parts.Phone.Model, start);
    }

    private bool BootImageStarts(PhoneState state) =>
        !state.Current.BootWritten || Start(parts.Phone.Model.BootPartition, state) is not { Length: > 0 } start || BootImage.Begins(start);

    private static bool HasSystem(PhoneState state) => state.Current is { System: not null } or { SystemWritten: true };

    private bool VerifiedBootAgrees(PhoneState state) =>
        state.Unlocked
        || VbmetaOf(state) is not { } vbmeta
        || (!vbmeta.Disabled && vbmeta.RollbackIndex >= state.RollbackIndex);

    // Zeros are the factory's vbmeta, which is none of this program's business.
    private VbmetaImage? VbmetaOf(PhoneState state) => VbmetaImage.Read(Start("vbmeta", state));

    private ReadOnlySpan<byte> Start(string partition, PhoneState state)
    {
        var buffer = new byte[StartBytes];
        return parts.Phone.Find(partition, PhoneMode.Fastbootd) is { } found
            ? buffer.AsSpan(0, parts.Storage.Read(found, 0, buffer))
            : [];
    }
}

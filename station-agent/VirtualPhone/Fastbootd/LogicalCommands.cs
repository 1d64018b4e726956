using System.Globalization;
using Espero.VirtualPhone.Bootloader;
using Espero.VirtualPhone.Faults;
using Espero.VirtualPhone.Models;
using Espero.VirtualPhone.Partitions;
using Espero.VirtualPhone.State;

namespace Espero.VirtualPhone.Fastbootd;

/// <summary>The arithmetic of super; texts as fastbootd says them (AOSP fastboot/device/commands.cpp and flashing.cpp).</summary>
internal sealed class LogicalCommands(PhoneParts parts, WriteCommands writes)
{
    private const int MaxNameLength = 36; // LP_METADATA_PARTITION_NAME_LEN
    private const string Locked = "Command not available on locked devices";
    private const string Missing = "Partition does not exist";

    private Phone Phone => parts.Phone;

    private PhoneState State => parts.Phone.State;

    public Answer Create(string argument)
    {
        var (name, sizeBytes) = Split(argument);
        return 0 switch
        {
            _ when !State.Unlocked => Answer.Fail(Locked),
            _ when name.Length > MaxNameLength || !PhoneSerial.IsValid(name) || sizeBytes is null => Answer.Fail("Invalid arguments"),
            _ when Phone.Table.Find(name, State.CurrentSlot) is not null => Answer.Fail("Partition already exists"),
            _ when Find(name) is not null => Answer.Fail("Partition already exists"),
            _ when Rounded(sizeBytes.Value) > FreeBytes => Answer.Fail("Not enough space for partition"),
            _ => Store(new LogicalVolume(name, Rounded(sizeBytes.Value))),
        };
    }

    public Answer Delete(string name)
    {
        if (!State.Unlocked)
        {
            return Answer.Fail(Locked);
        }

        if (Find(name) is not { } volume)
        {
            return Answer.Fail(Missing);
        }

        Phone.Change(state => state with { Super = [.. state.Super.Where(other => other.Name != name)] });
        parts.Storage.Delete(Partition.Logical(volume, Phone.Model.Slots));
        ForgetSystemOf(volume);
        return Answer.Okay();
    }

    public Answer Resize(string argument)
    {
        var (name, sizeBytes) = Split(argument);
        if (!State.Unlocked)
        {
            return Answer.Fail(Locked);
        }

        if (sizeBytes is not { } wanted)
        {
            return Answer.Fail("Invalid arguments");
        }

        if (Find(name) is not { } volume)
        {
            return Answer.Fail(Missing);
        }

        if (Rounded(wanted) - volume.SizeBytes > FreeBytes)
        {
            return Answer.Fail("Not enough space to resize partition");
        }

        if (wanted == 0)
        {
            ForgetSystemOf(volume);
        }

        return Store(volume with { SizeBytes = Rounded(wanted) });
    }

    /// <summary><c>update-super:NAME[:wipe]</c> with the new layout as the download.</summary>
    public Answer UpdateSuper(string argument)
    {
        var words = argument.Split(':');
        if (!State.Unlocked)
        {
            return Answer.Fail(Locked);
        }

        if (words[0] != SuperModel.PartitionName || words.Length > 2 || (words.Length == 2 && words[1] != "wipe"))
        {
            return Answer.Fail("Invalid arguments");
        }

        if (!writes.Downloaded)
        {
            return Answer.Fail("No data to read");
        }

        if (SuperLayout.Read(parts.Storage) is not { } layout)
        {
            return Answer.Fail("Unable to parse metadata");
        }

        return words.Length == 2 ? Replace(layout) : Merge(layout);
    }

    private long FreeBytes => parts.Faults.Has(Misbehaviour.SuperIsFull)
        ? 0
        : Phone.Model.Super!.RoomBytes - State.Super.Sum(volume => volume.SizeBytes);

    private Answer Replace(SuperLayout layout)
    {
        foreach (var volume in State.Super)
        {
            parts.Storage.Delete(Partition.Logical(volume, Phone.Model.Slots));
            ForgetSystemOf(volume);
        }

        Phone.Change(state => state with { Super = layout.Volumes });
        foreach (var volume in layout.Volumes)
        {
            parts.Storage.Resize(Partition.Logical(volume, Phone.Model.Slots));
        }

        return Answer.Okay();
    }

    // Without a wipe every old partition must have a place in the new layout.
    private Answer Merge(SuperLayout layout)
    {
        if (parts.Faults.Has(Misbehaviour.SuperIsFull) || State.Super.Any(old => layout.Volumes.All(volume => volume.Name != old.Name)))
        {
            return Answer.Fail("Old partitions are not compatible with the new super layout; wipe needed");
        }

        foreach (var volume in layout.Volumes.Where(volume => Find(volume.Name) is null))
        {
            Store(volume);
        }

        return Answer.Okay();
    }

    private LogicalVolume? Find(string name) => State.Super.FirstOrDefault(volume => volume.Name == name);

    private Answer Store(LogicalVolume volume)
    {
        parts.Storage.Resize(Partition.Logical(volume, Phone.Model.Slots));
        Phone.Change(state => state with
        {
            Super = Find(volume.Name) is null
                ? state.Super.Add(volume)
                : [.. state.Super.Select(old => old.Name == volume.Name ? volume : old)],
        });
        return Answer.Okay();
    }

    private void ForgetSystemOf(LogicalVolume volume)
    {
        if (Partition.Logical(volume, Phone.Model.Slots) is { BaseName: "system", Slot: var slot })
        {
            Phone.Change(state => state.WithSlot(slot ?? "", old => old.SystemReplaced(written: false)));
        }
    }

    private long Rounded(long sizeBytes)
    {
        var block = Phone.Model.LogicalBlockSizeBytes;
        return (sizeBytes + block - 1) / block * block;
    }

    private static (string Name, long? SizeBytes) Split(string argument)
    {
        var words = argument.Split(':');
        return words.Length == 2 && long.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var sizeBytes)
            ? (words[0], sizeBytes <= long.MaxValue / 2 ? sizeBytes : null)
            : (words[0], null);
    }
}

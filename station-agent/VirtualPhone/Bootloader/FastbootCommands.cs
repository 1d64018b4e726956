using System.Collections.Immutable;
using Espero.VirtualPhone.Fastbootd;
using Espero.VirtualPhone.Faults;
using Espero.VirtualPhone.State;

namespace Espero.VirtualPhone.Bootloader;

/// <summary>The commands of the bootloader and of fastbootd (AOSP fastboot/README.md, "Command Reference").</summary>
internal sealed class FastbootCommands
{
    private readonly PhoneParts _parts;
    private readonly PhoneMode _mode;
    private readonly ImmutableArray<(string Start, Func<string, CancellationToken, ValueTask<Answer>> Run)> _table;

    public FastbootCommands(PhoneParts parts, PhoneMode mode, WriteCommands writes)
    {
        (_parts, _mode) = (parts, mode);
        var snapshots = new SnapshotCommands(parts);
        _table =
        [
            ("getvar:", (name, _) => new(GetVariable(name))),
            ("download:", (size, _) => new(writes.BeginDownload(size))),
            ("flash:", writes.FlashAsync),
            ("erase:", (partition, _) => new(writes.Erase(partition))),
            ("set_active:", (slot, _) => new(SetActive(slot))),
            ("reboot-bootloader", (rest, _) => new(Leave(rest, BootTarget.Bootloader))),
            .. mode == PhoneMode.Fastbootd
                ? OfFastbootd(new LogicalCommands(parts, writes), new UploadCommands(parts))
                : OfBootloader(writes),
            .. parts.Phone.Model.HasFastbootd ? ((string, Func<string, CancellationToken, ValueTask<Answer>>)[])
            [
                ("reboot-fastboot", (rest, _) => new(Leave(rest, BootTarget.Fastbootd))),
                ("snapshot-update:", (action, _) => new(snapshots.Run(action))),
            ] : [],
            .. parts.Phone.Model.BootloaderKnowsRecovery ? ((string, Func<string, CancellationToken, ValueTask<Answer>>)[])
            [
                ("reboot-recovery", (rest, _) => new(Leave(rest, BootTarget.Recovery))),
                ("shutdown", (rest, _) => new(Leave(rest, BootTarget.Off))),
            ] : [],
            ("reboot", (rest, _) => new(Leave(rest, BootTarget.System))),
            ("continue", (rest, _) => new(Leave(rest, BootTarget.System))),
        ];
    }

    private Phone Phone => _parts.Phone;

    public ValueTask<Answer> RunAsync(string command, CancellationToken cancellationToken)
    {
        foreach (var (start, run) in _table)
        {
            if (command.StartsWith(start, StringComparison.Ordinal))
            {
                return run(command[start.Length..], cancellationToken);
            }
        }

        return new(Unknown());
    }

    private IEnumerable<(string Start, Func<string, CancellationToken, ValueTask<Answer>> Run)> OfBootloader(WriteCommands writes)
    {
        var locks = new LockCommands(_parts, writes);
        var oem = new OemCommands(_parts, locks);
        return
        [
            ("flashing ", (action, _) => new(locks.Run(action))),
            ("oem ", (command, _) => new(oem.Run(command))),
            ("upload", (rest, _) => new(rest.Length == 0 ? writes.Upload() : Unknown())),
            ("boot", (rest, _) => new(rest.Length == 0 ? writes.Boot() : Unknown())),
        ];
    }

    private static IEnumerable<(string Start, Func<string, CancellationToken, ValueTask<Answer>> Run)> OfFastbootd(
        LogicalCommands logical, UploadCommands uploads) =>
    [
        ("create-logical-partition:", (argument, _) => new(logical.Create(argument))),
        ("delete-logical-partition:", (name, _) => new(logical.Delete(name))),
        ("resize-logical-partition:", (argument, _) => new(logical.Resize(argument))),
        ("update-super:", (argument, _) => new(logical.UpdateSuper(argument))),
        ("fetch:", (argument, _) => new(uploads.Fetch(argument))),
    ];

    private Answer GetVariable(string name)
    {
        var traits = Phone.Model.Traits;
        if (name == "all")
        {
            return traits.RefusesAll
                ? Answer.Fail(Phone.Model.Refusals.NoVariable)
                : Answer.Okay() with
                {
                    Info = [.. Variables.All(_parts, _mode).Select(variable => $"{variable.Name}{traits.AllSeparator}{variable.Value}")],
                };
        }

        return Variables.Find(_parts, _mode, name) is { } value ? Answer.Okay(value)
            : traits.UnknownVariableIsEmpty ? Answer.Okay()
            : Answer.Fail(Phone.Model.Refusals.NoVariable);
    }

    private Answer SetActive(string slot)
    {
        if (!Phone.State.Unlocked)
        {
            return Answer.Fail(_mode == PhoneMode.Fastbootd
                ? "set_active command is not allowed on locked devices"
                : Phone.Model.Refusals.LockedSlot);
        }

        if (!Phone.Model.Slots.Contains(slot))
        {
            return Answer.Fail("Slot not found");
        }

        if (Phone.State.Snapshot != SnapshotStatus.None)
        {
            return Answer.Fail("Cannot change slots while a snapshot update is in progress");
        }

        if (!_parts.Faults.Has(Misbehaviour.IgnoresSlot))
        {
            Phone.Change(state => state.WithSlot(slot, chosen => chosen.Chosen()) with { CurrentSlot = slot });
        }

        return Answer.Okay();
    }

    // A name that only begins like one of these is none of this phone's commands.
    private Answer Leave(string rest, BootTarget target) =>
        rest.Length > 0 ? Unknown()
        : _parts.Faults.Has(Misbehaviour.IgnoresRestarts) ? Answer.Okay()
        : Answer.Okay() with { Leave = target };

    private Answer Unknown() => Answer.Fail(Phone.Model.Refusals.UnknownCommand);
}

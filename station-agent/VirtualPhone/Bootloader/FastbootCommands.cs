using System.Collections.Immutable;

namespace Espero.VirtualPhone.Bootloader;

/// <summary>The commands this bootloader has, and nothing of how they travel (AOSP fastboot/README.md, "Command Reference").</summary>
internal sealed class FastbootCommands
{
    private readonly Phone _phone;
    private readonly ImmutableArray<(string Start, Func<string, CancellationToken, ValueTask<Answer>> Run)> _table;

    public FastbootCommands(Phone phone, WriteCommands writes, LockCommands locks)
    {
        _phone = phone;
        _table =
        [
            ("getvar:", (name, _) => new(GetVariable(name))),
            ("download:", (size, _) => new(writes.BeginDownload(size))),
            ("flash:", writes.FlashAsync),
            ("erase:", (partition, _) => new(writes.Erase(partition))),
            ("set_active:", (slot, _) => new(SetActive(slot))),
            ("flashing ", (action, _) => new(locks.Run(action))),
            ("reboot-bootloader", (rest, _) => new(Leave(rest, BootTarget.Bootloader))),
            ("reboot", (rest, _) => new(Leave(rest, BootTarget.System))),
            ("continue", (rest, _) => new(Leave(rest, BootTarget.System))),
        ];
    }

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

    private Answer GetVariable(string name) => name switch
    {
        "all" => Answer.Okay() with { Info = [.. Variables.All(_phone).Select(variable => $"{variable.Name}:{variable.Value}")] },
        _ => Variables.Find(_phone, name) is { } value ? Answer.Okay(value) : Answer.Fail(_phone.Model.Refusals.NoVariable),
    };

    private Answer SetActive(string slot)
    {
        if (!_phone.State.Unlocked)
        {
            return Answer.Fail(_phone.Model.Refusals.LockedSlot);
        }

        if (!_phone.Model.Slots.Contains(slot))
        {
            return Answer.Fail("Slot not found");
        }

        _phone.Change(state => state.WithSlot(slot, chosen => chosen.Chosen()) with { CurrentSlot = slot });
        return Answer.Okay();
    }

    // reboot-recovery and reboot-fastboot begin like reboot, but this bootloader has neither.
    private Answer Leave(string rest, BootTarget target) => rest.Length == 0 ? Answer.Okay() with { Leave = target } : Unknown();

    private Answer Unknown() => Answer.Fail(_phone.Model.Refusals.UnknownCommand);
}

using Espero.VirtualPhone.Android;
using Espero.VirtualPhone.Models;
using Espero.VirtualPhone.Partitions;
using Espero.VirtualPhone.State;

namespace Espero.VirtualPhone;

/// <summary>One phone: its model and its state. One change at a time; anybody may look.</summary>
internal sealed class Phone(PhoneModel model, PartitionTable table, PhoneState state, PhoneStateFile file, FileShelf files)
{
    private readonly Lock _changing = new();
    private volatile PhoneState _state = state;
    private volatile TaskCompletionSource _changed = NewSignal();

    public PhoneModel Model => model;

    public PartitionTable Table => table;

    /// <summary>What was pushed onto the phone.</summary>
    public FileShelf Files => files;

    public PhoneState State => _state;

    /// <summary>
    /// The partition that a host means in this mode; null for none. Logical partitions have names only in fastbootd.
    /// </summary>
    public Partition? Find(string name, PhoneMode mode) =>
        table.Find(name, State.CurrentSlot) ?? (mode == PhoneMode.Fastbootd ? FindLogical(name) : null);

    /// <summary>The logical partition of this name, or of this name in the current slot.</summary>
    public Partition? FindLogical(string name)
    {
        var state = State;
        var found = state.Super.FirstOrDefault(volume => volume.Name == name)
            ?? state.Super.FirstOrDefault(volume => volume.Name == $"{name}_{state.CurrentSlot}");
        return found is null ? null : Partition.Logical(found, model.Slots);
    }

    /// <summary>Replaces the state; it is on disk when the call returns.</summary>
    public void Change(Func<PhoneState, PhoneState> change)
    {
        lock (_changing)
        {
            var next = change(_state);
            file.Save(next);
            _state = next;

            var changed = _changed;
            _changed = NewSignal();
            changed.SetResult();
        }
    }

    /// <summary>Somebody accepts the key that the screen asks about; does nothing when it asks nothing.</summary>
    public void AcceptKey() => Change(state => state.KeyOnScreen is { } key
        ? state with { AuthorizedKeys = [.. state.AuthorizedKeys.Where(old => old != key), key], KeyOnScreen = null }
        : state);

    public async Task<PhoneState> WaitForAsync(Predicate<PhoneState> reached, CancellationToken cancellationToken)
    {
        while (true)
        {
            var changed = _changed.Task; // taken before looking, so that a change in between is not missed
            var now = _state;
            if (reached(now))
            {
                return now;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

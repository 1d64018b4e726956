using Espero.VirtualPhone.Models;
using Espero.VirtualPhone.Partitions;
using Espero.VirtualPhone.State;

namespace Espero.VirtualPhone;

/// <summary>One phone: its model and its state. One loop changes it; anybody may look.</summary>
internal sealed class Phone(PhoneModel model, PartitionTable table, PhoneState state, PhoneStateFile file)
{
    private volatile PhoneState _state = state;
    private volatile TaskCompletionSource _changed = NewSignal();

    public PhoneModel Model => model;

    public PartitionTable Table => table;

    public PhoneState State => _state;

    /// <summary>Replaces the state; it is on disk when the call returns.</summary>
    public void Change(Func<PhoneState, PhoneState> change)
    {
        var next = change(_state);
        file.Save(next);
        _state = next;

        var changed = _changed;
        _changed = NewSignal();
        changed.SetResult();
    }

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

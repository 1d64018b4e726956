using Espero.Station.Journal;

namespace Espero.Station.Run;

/// <summary>An attempt that was granted, and the one race it can be in: a person cancels while it reaches the point of no return.</summary>
internal sealed class RunningAttempt(AttemptId id, string portPath, FlashSlot slot) : IDisposable
{
    private const int Open = 0;
    private const int Passed = 1;
    private const int CancelledByPerson = 2;
    private readonly CancellationTokenSource _cancel = new();
    private int _state;

    public AttemptId Id { get; } = id;

    public string PortPath { get; } = portPath;

    /// <summary>Given back with the attempt, and while it waits for a person.</summary>
    public FlashSlot Slot { get; } = slot;

    /// <summary>What people say from afar.</summary>
    public SaidHands Said { get; } = new();

    public bool IsPastReturn => Volatile.Read(ref _state) == Passed;

    public bool IsCancelled => Volatile.Read(ref _state) == CancelledByPerson;

    /// <summary>Cancelled when a person cancels in time; never by a lost link.</summary>
    public CancellationToken Cancelled => _cancel.Token;

    /// <summary>False when a person was faster: nothing that loses data may follow.</summary>
    public bool TryPass() => Interlocked.CompareExchange(ref _state, Passed, Open) is Open or Passed;

    /// <summary>False when the point of no return was passed: the attempt goes on.</summary>
    public bool TryCancel()
    {
        if (Interlocked.CompareExchange(ref _state, CancelledByPerson, Open) != Open)
        {
            return false;
        }

        _cancel.Cancel();
        return true;
    }

    public void Dispose()
    {
        Slot.Dispose();
        _cancel.Dispose();
    }
}

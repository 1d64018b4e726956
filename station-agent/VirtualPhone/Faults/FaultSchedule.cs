using System.Collections.Immutable;

namespace Espero.VirtualPhone.Faults;

/// <summary>Knows how far the phone's life has come, and so which fault is due. Owned by the loop that serves the phone.</summary>
internal sealed class FaultSchedule(ImmutableArray<Fault> faults)
{
    private readonly Queue<long> _cuts = new(faults.OfType<CutFault>().Select(cut => cut.AfterBytes).Order());
    private long _commands;
    private long _receivedBytes;

    /// <summary>The slowest drip wanted, or null.</summary>
    public long? DripBytesPerSecond { get; } = faults.OfType<DripFault>().Min(drip => (long?)drip.BytesPerSecond);

    public bool HangsOnReboot { get; } = faults.OfType<HangFault>().Any();

    public bool TouchesTheWire => DripBytesPerSecond is not null || _cuts.Count > 0;

    /// <summary>How many bytes may still come before the next cut.</summary>
    public long BytesBeforeCut => _cuts.TryPeek(out var cut) ? cut - _receivedBytes : long.MaxValue;

    /// <summary>Counts received bytes, and says whether the connection breaks now.</summary>
    public bool CutsAfter(int receivedBytes)
    {
        _receivedBytes += receivedBytes;
        var cuts = BytesBeforeCut <= 0;
        while (BytesBeforeCut <= 0)
        {
            _cuts.Dequeue();
        }

        return cuts;
    }

    /// <summary>Counts a command, and says what happens to it instead of being run; null for nothing.</summary>
    public CommandEffect? For(string command)
    {
        _commands++;
        return faults.OfType<CommandFault>().FirstOrDefault(fault => fault.When.Meets(_commands, command))?.Effect;
    }

    public string SerialAfterReboot(string serial) => faults.OfType<OtherSerialFault>().LastOrDefault()?.Serial ?? serial;
}

using Espero.VirtualPhone.State;

namespace Espero.VirtualPhone.Models;

/// <summary>The condition in which a new phone of a model arrives.</summary>
public sealed record Delivery
{
    public bool Locked { get; init; }

    public bool UnlockAllowed { get; init; } = true;

    /// <summary>0 to 100.</summary>
    public int BatteryPercent { get; init; } = 80;

    /// <summary>Tenths of a degree Celsius.</summary>
    public int BatteryTemperatureTenths { get; init; } = 290;

    public bool AdbEnabled { get; init; } = true;

    public SnapshotStatus Snapshot { get; init; }

    public long RollbackIndex { get; init; }
}

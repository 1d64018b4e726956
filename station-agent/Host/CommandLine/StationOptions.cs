using System.Collections.Immutable;
using Espero.Station.Watch;

namespace Espero.Station.CommandLine;

/// <summary>What the person who starts the station says.</summary>
internal sealed record StationOptions
{
    public const int UsualFlashSlots = 8;

    public required Uri Orchestrator { get; init; }

    public required string Station { get; init; }

    public required string Site { get; init; }

    public required string DataDirectory { get; init; }

    public required ImmutableArray<PortAddress> Phones { get; init; }

    public int FlashSlots { get; init; } = UsualFlashSlots;
}

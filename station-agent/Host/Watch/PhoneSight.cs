using System.Collections.Immutable;
using Espero.Plan.V1;
using Espero.Station.V1;

namespace Espero.Station.Watch;

/// <summary>A phone as it was last seen.</summary>
internal sealed record PhoneSight
{
    public PhoneMode Mode { get; init; }

    /// <summary>In clear, for this program's memory only; empty when it gives none.</summary>
    public string Serial { get; init; } = "";

    /// <summary>What it said, by the name it uses: "product", "partition-size:boot_a".</summary>
    public ImmutableSortedDictionary<string, string> Variables { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public Obstacle Obstacle { get; init; }

    public bool IsUsable => Obstacle == Obstacle.Unspecified;

    public static PhoneSight Behind(Obstacle obstacle) => new() { Obstacle = obstacle };

    /// <summary>Whether a screen or a match would show anything else.</summary>
    public bool ShowsTheSameAs(PhoneSight other) =>
        Mode == other.Mode && Serial == other.Serial && Obstacle == other.Obstacle && Variables.SequenceEqual(other.Variables);
}

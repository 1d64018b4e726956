using System.Collections.Immutable;
using Espero.Plan.V1;
using Espero.Station.Recipes.Facts;

namespace Espero.Station.Watch;

/// <summary>A phone as it was last seen.</summary>
internal sealed record PhoneSight
{
    public PhoneMode Mode { get; init; }

    /// <summary>In clear, for this program's memory only; empty when it gives none. Another mode may give another one.</summary>
    public string Serial { get; init; } = "";

    /// <summary>What it said, by the names that recipes use: "getvar.product", "getvar.partition-size:boot_a", "getprop.ro.product.device".</summary>
    public ImmutableSortedDictionary<string, string> Facts { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// The same, each under the mode that told it. Bootloader and fastbootd speak one language and give one name two meanings: only
    /// fastbootd tells what is inside super.
    /// </summary>
    public IEnumerable<KeyValuePair<string, string>> FactsByMode => Mode is PhoneMode.Fastbootd
        ? Facts.Select(fact => KeyValuePair.Create(FactName.InFastbootd(fact.Key), fact.Value))
        : Facts;

    /// <summary>Why it cannot be used; null when it can.</summary>
    public TalkError? Obstacle { get; init; }

    public bool IsUsable => Obstacle is null;

    public static PhoneSight Behind(TalkError obstacle, PhoneMode mode = PhoneMode.Unspecified) => new() { Mode = mode, Obstacle = obstacle };

    /// <summary>Newer facts replace older ones of the same name.</summary>
    public PhoneSight With(IEnumerable<KeyValuePair<string, string>> facts) => this with { Facts = Facts.SetItems(facts) };

    /// <summary>Whether a screen or a match would show anything else.</summary>
    public bool ShowsTheSameAs(PhoneSight other) =>
        Mode == other.Mode && Serial == other.Serial && Obstacle?.FailureClass == other.Obstacle?.FailureClass && Facts.SequenceEqual(other.Facts);
}

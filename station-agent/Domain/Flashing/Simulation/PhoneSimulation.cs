using System.Collections.Frozen;
using System.Collections.Immutable;
using Espero.Plan.V1;
using Espero.Station.Domain.Phones;

namespace Espero.Station.Domain.Flashing.Simulation;

/// <summary>
/// A phone as it will be at one place of a plan: its facts with what the steps before have changed. Immutable; each verb makes the
/// next one.
/// </summary>
public sealed record PhoneSimulation
{
    // Of the facts, what a written phone will still say, or what the verbs here keep up to date.
    private static readonly FrozenSet<string> Lasting = new[]
    {
        "product", "variant", "hw-revision", "serialno", "unlocked", "current-slot", "slot-count", "snapshot-update-status",
        "is-userspace",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>As of this step.</summary>
    public required PhoneFacts Facts { get; init; }

    /// <summary>The mode that the steps lead to.</summary>
    public required PhoneMode Mode { get; init; }

    /// <summary>Modes in which the phone has been asked for its facts.</summary>
    public ImmutableHashSet<PhoneMode> SeenIn { get; init; } = [];

    /// <summary>False after what may restart the phone by itself, such as an unlock: the mode is then a guess.</summary>
    public bool IsModeSure { get; init; } = true;

    /// <summary>It was restarted and nothing has looked for it since.</summary>
    public bool IsAway { get; init; }

    /// <summary>Something was written: versions and properties may be others by now.</summary>
    public bool IsTouched { get; init; }

    /// <summary>Its user data is gone, so its next system asks for no debugging and grants none.</summary>
    public bool IsWiped { get; init; }

    /// <summary>The room for logical partitions; null without super.</summary>
    public SuperSpace? Super { get; init; }

    /// <summary>File names by the phone's own partition names; an empty name where it was erased.</summary>
    public ImmutableDictionary<string, string> Written { get; init; } = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>A step switched verified boot off.</summary>
    public bool IsUnverified { get; init; }

    /// <summary>The file whose key the phone trusts by now; null while it trusts its maker's.</summary>
    public string? KeyFile { get; init; }

    /// <summary>The strongest proof that was looked for since the last write.</summary>
    public Proof Seen { get; init; } = Proof.None;

    /// <summary>
    /// The plan wrote one image to boot and to recovery: the phone then starts its recovery however it is started. Installers do so
    /// where a phone leads to its recovery by keys alone.
    /// </summary>
    public bool StartsItsRecovery =>
        FileIn("boot") is { Length: > 0 } file && FileIn("recovery") == file;

    public string? CurrentSlot => Facts.CurrentSlot;

    /// <summary>Null when the phone does not say.</summary>
    public bool? IsLocked => Facts.Getvar("unlocked") switch
    {
        "no" => true,
        "yes" => false,
        _ => null,
    };

    /// <summary>Whether it was asked in its present mode and nothing has changed since: what it did not say, it does not tell.</summary>
    public bool IsFresh => !IsTouched && IsModeSure && SeenIn.Contains(Mode);

    public static PhoneSimulation Begin(PhoneFacts facts, PhoneMode mode) => new()
    {
        Facts = facts,
        Mode = mode,
        SeenIn = facts.KnowsFastbootd ? [mode, PhoneMode.Fastbootd] : [mode],
        Super = SuperSpace.Read(facts),
    };

    private string? FileIn(string partition) =>
        Facts.NamesOf(partition, Slot.Unspecified) is [var name] ? Written.GetValueOrDefault(name) : null;

    /// <summary>Whether a known value of this fact is what the phone will say at this step.</summary>
    public bool WillStillSay(string fact) =>
        IsFresh
        || fact.StartsWith("partition.", StringComparison.Ordinal)
        || (fact.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && Lasting.Contains(fact[(dot + 1)..]));
}

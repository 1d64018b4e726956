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

    /// <summary>Something was carried out that can lose data.</summary>
    public bool IsPastReturn { get; init; }

    /// <summary>Something was written: versions and properties may be others by now.</summary>
    public bool IsTouched { get; init; }

    /// <summary>Its user data is gone, so its next system asks for no debugging and grants none.</summary>
    public bool IsWiped { get; init; }

    /// <summary>The room for logical partitions; null without super.</summary>
    public SuperSpace? Super { get; init; }

    /// <summary>File names by the phone's own partition names; an empty name where it was erased.</summary>
    public ImmutableDictionary<string, string> Written { get; init; } = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Partitions that perhaps hold an image and perhaps not: a write to them failed, or nobody knows whether it is done.</summary>
    public ImmutableHashSet<string> Unsure { get; init; } = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    /// <summary>The plan has divided super anew: how, is in an image, and no phone that is asked before can tell.</summary>
    public bool HasNewLayout { get; init; }

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
    public bool? IsLocked => !UnlockFacts.IsBootloaderOpen(Facts);

    /// <summary>Whether it was asked in its present mode and nothing has changed since: what it did not say, it does not tell.</summary>
    public bool IsFresh => !IsTouched && IsModeSure && SeenIn.Contains(Mode);

    public static PhoneSimulation Begin(PhoneFacts facts, PhoneMode mode) => new()
    {
        Facts = facts,
        Mode = mode,
        SeenIn = facts.KnowsFastbootd ? [mode, PhoneMode.Fastbootd] : [mode],
        Super = SuperSpace.Read(facts),
    };

    /// <summary>The phone as it was really found: what the steps before have written is simulated, all else it has just said.</summary>
    public PhoneSimulation Arrive(PhoneSimulation found)
    {
        var hasNewLayout = HasNewLayout && found.Mode != PhoneMode.Fastbootd; // fastbootd knows it by now
        return this with
        {
            Facts = found.Facts,
            Mode = found.Mode,
            SeenIn = found.SeenIn,
            IsModeSure = true,
            IsAway = false,
            IsTouched = false,
            HasNewLayout = hasNewLayout,
            Super = hasNewLayout ? found.Super?.Anew() : found.Super,
        };
    }

    /// <summary>When nobody knows which of two ways it went: what is so in both, and of the rest the worse.</summary>
    public PhoneSimulation Or(PhoneSimulation other)
    {
        var differing = Written.Keys.Union(other.Written.Keys)
            .Where(name => Written.GetValueOrDefault(name) != other.Written.GetValueOrDefault(name))
            .ToList();
        var isSameMode = Mode == other.Mode && IsAway == other.IsAway;
        return other with
        {
            Facts = Facts.CommonWith(other.Facts),
            IsModeSure = isSameMode && IsModeSure && other.IsModeSure,
            IsAway = IsAway && other.IsAway,
            IsPastReturn = IsPastReturn || other.IsPastReturn,
            IsTouched = IsTouched || other.IsTouched,
            IsWiped = IsWiped || other.IsWiped,
            Super = Super is { } mine && other.Super is { } theirs ? mine.Or(theirs) : null,
            Written = other.Written.RemoveRange(differing),
            Unsure = Unsure.Union(other.Unsure).Union(differing.Where(name => HasImage(name) || other.HasImage(name))),
            HasNewLayout = HasNewLayout || other.HasNewLayout,
            IsUnverified = IsUnverified || other.IsUnverified,
            KeyFile = KeyFile == other.KeyFile ? KeyFile : null,
            Seen = Seen < other.Seen ? Seen : other.Seen,
        };
    }

    /// <summary>After something ran on the phone that may write wherever it likes: no image is sure to be as the plan wrote it.</summary>
    public PhoneSimulation InOtherHands() => this with { Unsure = Unsure.Union(Written.Keys.Where(HasImage)) };

    /// <summary>After a write that failed: nobody knows how far it came.</summary>
    /// <param name="meant">What it would have written, as in <see cref="Written"/>.</param>
    public PhoneSimulation Spoilt(ImmutableDictionary<string, string> meant) => this with
    {
        Written = Written.RemoveRange(meant.Keys),
        Unsure = Unsure.Union(meant.Where(one => one.Value.Length > 0 || HasImage(one.Key)).Select(one => one.Key)),
    };

    private bool HasImage(string partition) => Written.GetValueOrDefault(partition) is { Length: > 0 };

    private string? FileIn(string partition) =>
        Facts.NamesOf(partition, Slot.Unspecified) is [var name] ? Written.GetValueOrDefault(name) : null;

    /// <summary>Whether a known value of this fact is what the phone will say at this step.</summary>
    public bool WillStillSay(string fact) =>
        IsFresh
        || fact.StartsWith("partition.", StringComparison.Ordinal)
        || (fact.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && Lasting.Contains(fact[(dot + 1)..]));
}

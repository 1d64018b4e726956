using System.Collections.Immutable;
using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Facts;
using Espero.Station.Recipes.Failures;

namespace Espero.Station.Domain.Flashing.Simulation;

/// <summary>Reads from a phone's facts whether it is open, and whether it would let itself be opened.</summary>
public static class UnlockFacts
{
    private static readonly ImmutableArray<(string Fact, string Value)> Forbidding =
    [
        ("getprop.ro.oem_unlock_supported", "0"),
        ("getvar.carrier-lock", "yes"),
        ("getvar.device-owner", "yes"),
    ];

    /// <summary>All that is read here.</summary>
    public static ImmutableArray<string> Names { get; } =
        [.. Forbidding.Select(one => one.Fact), .. LockFacts.Words.Select(one => one.Fact), FactName.UnlockAbility, LockFacts.Switch];

    /// <summary>Whether the bootloader is open, as the phone says in one mode; null when it says nothing of it.</summary>
    public static bool? IsUnlocked(PhoneFacts facts) => IsUnlocked(facts, LockFacts.Words);

    /// <summary>The same, by what the bootloader itself says: what a system told before may be no longer so.</summary>
    public static bool? IsBootloaderOpen(PhoneFacts facts) =>
        IsUnlocked(facts, LockFacts.Words.Where(one => FactName.SourceOf(one.Fact) == FactName.Getvar));

    /// <summary>The facts of the same phone when it is open, or closed, in those of these words in which it tells that.</summary>
    public static PhoneFacts Tell(PhoneFacts facts, bool isUnlocked) => facts.WithoutLockState().With(
        from one in LockFacts.Words
        where facts.Find(one.Fact) is not null
        select KeyValuePair.Create(one.Fact, isUnlocked ? one.Open : one.Closed));

    private static bool? IsUnlocked(PhoneFacts facts, IEnumerable<(string Fact, string Open, string Closed)> locks) =>
        locks.Any(one => facts.Find(one.Fact) == one.Open) ? true
        : locks.Any(one => facts.Find(one.Fact) == one.Closed) ? false
        : null;

    /// <summary>The class and the fact that say no to an unlock; null when nothing does.</summary>
    public static (string Code, string Detail)? Obstacle(PhoneFacts facts)
    {
        foreach (var (fact, value) in Forbidding)
        {
            if (facts.Find(fact) == value)
            {
                return (FailureCode.UnlockForbidden, $"{fact} is \"{value}\": no setting on the phone changes that.");
            }
        }

        // The switch is on, and still the bootloader says no: somebody else has the last word.
        var hasAbility = facts.Find(FactName.UnlockAbility);
        if (hasAbility == "0" && facts.Find(LockFacts.Switch) == "1")
        {
            return (FailureCode.UnlockForbidden, $"{LockFacts.Switch} is \"1\", and {FactName.UnlockAbility} is \"0\".");
        }

        return hasAbility == "0" ? (FailureCode.OemUnlockNotAllowed, $"{FactName.UnlockAbility} is \"0\".")
            : facts.Find(LockFacts.Switch) == "0" ? (FailureCode.OemUnlockNotAllowed, $"{LockFacts.Switch} is \"0\".")
            : null;
    }

    /// <summary>
    /// The same for writing in Samsung's download mode, which tells neither of lock nor of switch: what the system has said counts.
    /// Where that says nothing, the phone is one of those that never had a lock, or the write itself shows it.
    /// </summary>
    public static (string Code, string Detail)? ObstacleInDownload(PhoneFacts facts) => IsUnlocked(facts) switch
    {
        true => null,
        false => (FailureCode.BootloaderLocked, "The system says that the bootloader is locked, and download mode takes nothing then."),
        null when facts.Find(LockFacts.Switch) == "0" =>
            (FailureCode.OemUnlockNotAllowed, $"{LockFacts.Switch} is \"0\", and download mode takes nothing then."),
        null => null,
    };
}

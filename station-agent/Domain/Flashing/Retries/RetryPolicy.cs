using System.Collections.Frozen;
using Espero.Station.Recipes.Failures;

namespace Espero.Station.Domain.Flashing.Retries;

/// <summary>Says whether a failed step is tried again: by the rule of its class, within a budget.</summary>
public static class RetryPolicy
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(500);

    // Somebody has to be fetched, and to read.
    private static readonly TimeSpan ForHands = TimeSpan.FromMinutes(15);

    // How long the cause takes to go away by itself.
    private static readonly FrozenDictionary<string, TimeSpan> Pauses = new Dictionary<string, TimeSpan>
    {
        [FailureCode.PhoneNotSeen] = TimeSpan.FromSeconds(5),
        [FailureCode.PhoneNotAuthorized] = TimeSpan.FromSeconds(5),
        [FailureCode.PhoneOffline] = TimeSpan.FromSeconds(2),
        [FailureCode.PhoneHeldByOtherProgram] = TimeSpan.FromSeconds(5),
        [FailureCode.DownloadFailed] = TimeSpan.FromSeconds(5),
        [FailureCode.SnapshotInProgress] = TimeSpan.FromSeconds(30),
        [FailureCode.StationDiskFull] = TimeSpan.FromSeconds(20),
        [FailureCode.StationMemoryShort] = TimeSpan.FromMinutes(1),
        [FailureCode.StationClockWrong] = TimeSpan.FromMinutes(1),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // What takes so long that the phone must not hold up the others meanwhile.
    private static readonly FrozenDictionary<string, TimeSpan> Rests = new Dictionary<string, TimeSpan>
    {
        [FailureCode.BatteryLow] = TimeSpan.FromMinutes(30),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // The known mode that these need is made by another step, not by the same one again: the plan's fallback, or a new attempt.
    private static readonly FrozenSet<string> CuredByAnotherStep = new[]
    {
        FailureCode.BootloaderLocked, FailureCode.SuperNeedsWipe, FailureCode.WrongSlot, FailureCode.RecoveryNotOurs,
        FailureCode.DataNotWiped, FailureCode.SignaturePromptHidden, FailureCode.ModeNotReached,
    }.ToFrozenSet(StringComparer.Ordinal);

    // A person has to act, but not now and here: a maker takes days, a release is given before the attempt, who was asked was asked.
    private static readonly FrozenSet<string> CuredElsewhere = new[]
    {
        FailureCode.VendorTokenNeeded, FailureCode.ReleaseMissing, FailureCode.HandsNotDone, FailureCode.StationStopped,
        FailureCode.Interrupted,
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <param name="failureCode">A code of the catalogue; one that it does not have is never tried again.</param>
    /// <param name="retries">How often the step was already tried again.</param>
    /// <param name="elapsed">Since the step first began, or since the attempt was last parked.</param>
    /// <param name="budget">What this step is worth.</param>
    public static RetryMove Decide(string failureCode, int retries, TimeSpan elapsed, RetryBudget budget)
    {
        if (FailureCatalogue.Find(failureCode) is not { RaisesAlarm: false } failure || retries >= MostRetries(failureCode, budget)
            || CuredByAnotherStep.Contains(failureCode) || CuredElsewhere.Contains(failureCode))
        {
            return RetryMove.End;
        }

        if (Rests.TryGetValue(failureCode, out var rest))
        {
            return new RetryMove(RetryMoveKind.Rest, rest);
        }

        return failure.Retry switch
        {
            RetryRule.Never => RetryMove.End,
            RetryRule.AfterHands => new RetryMove(RetryMoveKind.WaitForHands, ForHands),
            // The phone can be asked again at once, and answers the same unless somebody stands beside it.
            RetryRule.Safe when failureCode is FailureCode.PromptNotConfirmed => new RetryMove(RetryMoveKind.WaitForHands, ForHands),
            RetryRule.Safe => Soonest(RetryMoveKind.Again, failureCode, elapsed, budget),
            RetryRule.AfterKnownMode => Soonest(RetryMoveKind.AgainFromKnownMode, failureCode, elapsed, budget),
        };
    }

    private static RetryMove Soonest(RetryMoveKind kind, string failureCode, TimeSpan elapsed, RetryBudget budget)
    {
        var pause = Pauses.GetValueOrDefault(failureCode, Soon);
        return elapsed + pause >= budget.Limit ? RetryMove.End : new RetryMove(kind, pause);
    }

    // A system that does not start twice will not start a third time.
    private static int MostRetries(string failureCode, RetryBudget budget) =>
        failureCode == FailureCode.BootFailed ? Math.Min(1, budget.MaxRetries) : budget.MaxRetries;
}

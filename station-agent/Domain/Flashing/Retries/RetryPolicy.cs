using System.Collections.Frozen;
using Espero.Station.Recipes.Failures;

namespace Espero.Station.Domain.Flashing.Retries;

/// <summary>Says whether a failed step is tried again: by the rule of its class, within a budget.</summary>
public static class RetryPolicy
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(500);

    // How long the cause takes to go away by itself.
    private static readonly FrozenDictionary<string, TimeSpan> Pauses = new Dictionary<string, TimeSpan>
    {
        [FailureCode.PhoneNotSeen] = TimeSpan.FromSeconds(5),
        [FailureCode.PhoneNotAuthorized] = TimeSpan.FromSeconds(5),
        [FailureCode.PhoneOffline] = TimeSpan.FromSeconds(2),
        [FailureCode.PhoneHeldByOtherProgram] = TimeSpan.FromSeconds(5),
        [FailureCode.DownloadFailed] = TimeSpan.FromSeconds(5),
        [FailureCode.SnapshotInProgress] = TimeSpan.FromSeconds(30),
        [FailureCode.StationDiskFull] = TimeSpan.FromMinutes(1),
        [FailureCode.StationMemoryShort] = TimeSpan.FromMinutes(1),
        [FailureCode.StationClockWrong] = TimeSpan.FromMinutes(1),
        [FailureCode.BatteryLow] = TimeSpan.FromMinutes(30),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // The known mode that these need is made by another step, not by the same one again: the plan's fallback, or a new attempt.
    private static readonly FrozenSet<string> CuredByAnotherStep = new[]
    {
        FailureCode.BootloaderLocked, FailureCode.SuperNeedsWipe, FailureCode.WrongSlot, FailureCode.RecoveryNotOurs,
        FailureCode.DataNotWiped,
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <param name="failureCode">A code of the catalogue; one that it does not have is never tried again.</param>
    /// <param name="retries">How often the step was already tried again.</param>
    /// <param name="elapsed">Since the step first began.</param>
    /// <param name="budget">What this step is worth.</param>
    public static RetryMove Decide(string failureCode, int retries, TimeSpan elapsed, RetryBudget budget)
    {
        var rule = FailureCatalogue.Find(failureCode)?.Retry ?? RetryRule.Never;
        if (rule is RetryRule.AfterHands)
        {
            return RetryMove.WaitForHands;
        }

        var pause = Pauses.GetValueOrDefault(failureCode, Soon);
        if (rule is RetryRule.Never || CuredByAnotherStep.Contains(failureCode)
            || retries >= MostRetries(failureCode, budget) || elapsed + pause >= budget.Limit)
        {
            return RetryMove.End;
        }

        return new RetryMove(rule is RetryRule.Safe ? RetryMoveKind.Again : RetryMoveKind.AgainFromKnownMode, pause);
    }

    // A system that does not start twice will not start a third time.
    private static int MostRetries(string failureCode, RetryBudget budget) =>
        failureCode == FailureCode.BootFailed ? Math.Min(1, budget.MaxRetries) : budget.MaxRetries;
}

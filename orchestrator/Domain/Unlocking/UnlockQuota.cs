namespace Espero.Orchestrator.Domain.Unlocking;

/// <summary>How often a maker lets one account ask.</summary>
/// <param name="Count">At most so many requests, one or more …</param>
/// <param name="Period">… within any stretch of time of this length.</param>
/// <param name="Procedure">Counts only what was asked in this way; null when it counts everything.</param>
public readonly record struct UnlockQuota(int Count, TimeSpan Period, string? Procedure = null)
{
    public static readonly TimeSpan Year = TimeSpan.FromDays(365);

    /// <summary>The tightest of those that count at least a year; null when none does.</summary>
    internal static int? YearlyLimit(IEnumerable<UnlockQuota> quotas) =>
        quotas.Where(quota => quota.Period >= Year).Select(quota => (int?)quota.Count).Min();
}

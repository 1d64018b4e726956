using System.Collections.Immutable;

namespace Espero.Orchestrator.Domain.Unlocking;

/// <summary>What a maker demands before one of its phones may be unlocked.</summary>
/// <param name="Procedure">The maker's way: <c>xiaomi-hyperos</c>. A maker may have several.</param>
/// <param name="Vendor">Who is asked, as in the names of models: <c>xiaomi</c>.</param>
/// <param name="LongestWait">How long after the request the phone may stay locked; zero when the code comes at once, null when the maker says it.</param>
/// <param name="Quotas">All of them hold at once; none when an account may ask as often as it likes.</param>
public sealed record UnlockRule(
    string Procedure, string Vendor, TimeSpan? LongestWait, ImmutableArray<UnlockNeed> Needs, ImmutableArray<UnlockQuota> Quotas)
{
    // As long as the slowest maker that tells: a date that comes too late is looked at, one that never comes is forgotten.
    private static readonly TimeSpan WaitNotSaid = TimeSpan.FromDays(30);

    public bool NeedsAccount => Needs.Contains(UnlockNeed.Account);

    /// <summary>How many of its phones one account may ask for in a year; null when it is not limited.</summary>
    public int? YearlyLimit => UnlockQuota.YearlyLimit(Quotas.Where(quota => quota.Procedure is null || quota.Procedure == Procedure));

    public string MakerName => Unlocking.MakerName.Of(Vendor);

    /// <summary>When to look again where the maker gave no date.</summary>
    public DateTimeOffset DueAfter(DateTimeOffset asked) => asked + (LongestWait ?? WaitNotSaid);
}

using System.Collections.Immutable;

namespace Espero.Orchestrator.Domain.Unlocking;

/// <summary>What a maker demands before one of its phones may be unlocked.</summary>
/// <param name="Vendor">As in the names of models: <c>xiaomi</c>.</param>
/// <param name="LongestWait">How long after the request the phone may stay locked; zero when the code comes at once.</param>
/// <param name="Quotas">All of them hold at once; none when an account may ask as often as it likes.</param>
public sealed record UnlockRule(string Vendor, TimeSpan LongestWait, ImmutableArray<UnlockNeed> Needs, ImmutableArray<UnlockQuota> Quotas)
{
    public bool NeedsAccount => Needs.Contains(UnlockNeed.Account);
}

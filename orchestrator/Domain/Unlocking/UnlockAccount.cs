using System.Collections.Immutable;

namespace Espero.Orchestrator.Domain.Unlocking;

/// <summary>An account at a maker, and when it has asked for unlocks.</summary>
public sealed record UnlockAccount(Guid AccountId, string Vendor, ImmutableArray<AskedUnlock> Asked);

namespace Espero.Orchestrator.Domain.Unlocking;

/// <summary>One phone's place on the list of what to ask for.</summary>
/// <param name="AccountId">Who asks; null when the maker wants no account, or wants one and there is none.</param>
/// <param name="At">From when the request keeps the maker's quotas; null when an account is missing.</param>
public sealed record UnlockTurn(Guid PhoneId, UnlockRule Rule, Guid? AccountId, DateTimeOffset? At);

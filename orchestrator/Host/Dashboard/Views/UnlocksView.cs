namespace Espero.Orchestrator.Dashboard.Views;

/// <summary>The page of what to ask makers for, in one language, at one moment.</summary>
/// <param name="Turns">What to ask for this week.</param>
/// <param name="MoreTurns">How many more of this week there are than a person can take in.</param>
/// <param name="LaterTurns">How many wait for a quota.</param>
/// <param name="Requests">What was asked and is not answered, the nearest date first.</param>
/// <param name="Codes">Whose code is at hand.</param>
/// <param name="Vendors">Makers at which one can have an account.</param>
public sealed record UnlocksView(
    IReadOnlyList<UnlockTurnCard> Turns,
    int MoreTurns,
    int LaterTurns,
    IReadOnlyList<UnlockRequestCard> Requests,
    int MoreRequests,
    IReadOnlyList<UnlockCodeCard> Codes,
    IReadOnlyList<UnlockAccountLine> Accounts,
    IReadOnlyList<UnlockChoice> Vendors);

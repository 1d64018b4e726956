namespace Espero.Orchestrator.Dashboard.Views;

/// <summary>A phone whose maker is to be asked.</summary>
/// <param name="CanBeAsked">False while the maker wants an account and there is none.</param>
/// <param name="Accounts">With which one may ask; none when the maker wants none.</param>
public sealed record UnlockTurnCard(
    Guid PhoneId, string Phone, string Site, string Sentence, bool CanBeAsked, IReadOnlyList<UnlockChoice> Accounts);

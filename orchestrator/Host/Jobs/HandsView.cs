namespace Espero.Orchestrator.Jobs;

/// <summary>What a person is asked to do with a phone in the middle of an attempt.</summary>
/// <param name="AskId">Names the request within its attempt.</param>
/// <param name="Needs">touch, keys, sim, account.</param>
/// <param name="Until">When the station gives up waiting.</param>
/// <param name="SaidBy">Who said that it is done, before the station has heard it; null when nobody has.</param>
internal sealed record HandsView(
    string AskId, string SentenceCode, string PictureKey, IReadOnlyList<string> Needs, DateTimeOffset Until, string? SaidBy);

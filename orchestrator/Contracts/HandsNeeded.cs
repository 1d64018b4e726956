namespace Espero.Orchestrator.Contracts;

/// <summary>The attempt waits for a person.</summary>
/// <param name="Needs">touch, keys, sim, account.</param>
public sealed record HandsNeeded(
    Guid JobId,
    long Epoch,
    string AskId,
    string SentenceCode,
    string PictureKey,
    IReadOnlyList<string> Needs,
    DateTimeOffset? NotBefore,
    DateTimeOffset? Deadline);

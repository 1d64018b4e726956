namespace Espero.Orchestrator.Jobs;

/// <summary>"This phone gets this build."</summary>
/// <param name="Key">Made by the caller: the same key twice makes one job.</param>
internal sealed record SubmitWish(Guid PhoneId, string BuildId, string SubmittedBy, Guid Key);

namespace Espero.Orchestrator.Dashboard.Views;

/// <summary>The page of one phone, in one language.</summary>
/// <param name="Model">"vendor/codename"; null while nobody knows it.</param>
/// <param name="Place">Where it is plugged in; null when it is not.</param>
/// <param name="JobId">Its job that has not ended, or else its last one; null when it never had one.</param>
public sealed record PhonePageView(string Name, string? Model, string? Place, Guid? JobId, VerdictView Verdict);

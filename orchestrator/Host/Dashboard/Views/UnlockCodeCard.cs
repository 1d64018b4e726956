namespace Espero.Orchestrator.Dashboard.Views;

/// <summary>A phone whose unlock code is at hand.</summary>
/// <param name="Given">Who entered it, and when; never the code.</param>
public sealed record UnlockCodeCard(Guid PhoneId, string Phone, string Given);

using Espero.Orchestrator.Dashboard.Texts;

namespace Espero.Orchestrator.Dashboard.Views;

/// <summary>A phone whose maker was asked.</summary>
/// <param name="Asked">Who asked whom, with which account, and when.</param>
public sealed record UnlockRequestCard(Guid PhoneId, string Phone, string Asked, ShownTime DueAt, bool IsOverdue);

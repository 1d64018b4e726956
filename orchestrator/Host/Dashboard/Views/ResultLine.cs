using Espero.Orchestrator.Dashboard.Texts;

namespace Espero.Orchestrator.Dashboard.Views;

/// <param name="Proof">What shows the result; null when there is nothing to show.</param>
public sealed record ResultLine(Guid JobId, string Phone, string System, string Place, Badge Badge, string? Proof, ShownTime At);

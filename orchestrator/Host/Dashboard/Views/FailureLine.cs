using Espero.Orchestrator.Dashboard.Texts;

namespace Espero.Orchestrator.Dashboard.Views;

public sealed record FailureLine(Guid JobId, string Phone, string System, string Place, ShownTime At);

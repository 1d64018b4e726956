using Espero.Orchestrator.Dashboard.Texts;

namespace Espero.Orchestrator.Dashboard.Views;

public sealed record HistoryLine(ShownTime At, string What, string Then, string Who, string? Reason);

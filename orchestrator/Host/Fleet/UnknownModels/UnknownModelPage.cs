namespace Espero.Orchestrator.Fleet.UnknownModels;

/// <param name="Models">Those asked about last come first.</param>
/// <param name="More">How many more there are.</param>
internal sealed record UnknownModelPage(IReadOnlyList<UnknownModelView> Models, int More);

namespace Espero.Orchestrator.Fleet.UnknownModels;

/// <param name="Models">Those asked about last come first.</param>
/// <param name="Next">After which place the next page begins; null when this is the last.</param>
internal sealed record UnknownModelPage(IReadOnlyList<UnknownModelView> Models, UnknownModelPlace? Next);

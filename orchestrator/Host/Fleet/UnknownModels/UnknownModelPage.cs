namespace Espero.Orchestrator.Fleet.UnknownModels;

/// <param name="Models">Those asked about last come first.</param>
/// <param name="Next">After which code the next page begins; empty when this is the last.</param>
internal sealed record UnknownModelPage(IReadOnlyList<UnknownModelView> Models, string Next);

namespace Espero.Orchestrator.Catalog;

/// <summary>A build as people and programs see it.</summary>
/// <param name="Models">"vendor/codename" of each model that has a plan, sorted.</param>
internal sealed record BuildView(
    string BuildId,
    string Name,
    string Version,
    long Counter,
    IReadOnlyList<string> Models,
    IReadOnlyList<BuildFileView> Files,
    DateTimeOffset AddedAt);

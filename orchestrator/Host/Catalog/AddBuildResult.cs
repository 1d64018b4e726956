namespace Espero.Orchestrator.Catalog;

/// <summary>What became of a build that somebody added.</summary>
/// <param name="Added">False when this very build with this very plan was there before.</param>
internal sealed record AddBuildResult(BuildView Build, bool Added);

namespace Espero.Orchestrator.Catalog;

/// <summary>One file of a build.</summary>
internal sealed record BuildFileView(string Name, string Sha256, long SizeBytes);

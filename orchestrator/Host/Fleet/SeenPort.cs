namespace Espero.Orchestrator.Fleet;

/// <summary>One socket as its station sees it.</summary>
/// <param name="Phone">Null when nothing is plugged in.</param>
internal sealed record SeenPort(string Path, int Number, SeenPhone? Phone);

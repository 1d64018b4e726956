namespace Espero.Orchestrator.Operations;

/// <summary>Which part of a list is asked for.</summary>
internal sealed record PagePlace(Guid? After, int Size);

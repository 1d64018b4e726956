namespace Espero.Orchestrator.Operations;

/// <summary>Which part of a list is asked for.</summary>
/// <param name="After">The place of the last entry of the page before; null on the first page.</param>
internal sealed record PagePlace<T>(T? After, int Size) where T : struct;

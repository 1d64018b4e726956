namespace Espero.Orchestrator.Fleet;

/// <summary>A mark as it may be stored.</summary>
internal sealed record HashedMark(MarkKind Kind, byte[] Hash, string LastFour);

namespace Espero.Orchestrator.Fleet;

/// <summary>What may be shown of a mark.</summary>
/// <param name="LastFour">At most four characters; empty when the mark is too short to show any.</param>
internal sealed record MarkView(MarkKind Kind, string LastFour);

namespace Espero.Station.Journal;

/// <summary>One file of the journal, as far as it is on the disk.</summary>
internal sealed record Segment(string Name, ulong FirstSequence, long DurableBytes, DateTimeOffset LastFactAt);

using System.Collections.Immutable;

namespace Espero.Station.Journal;

/// <summary>What was on the disk at the start.</summary>
internal sealed record LoadedJournal(JournalState State, ImmutableList<Segment> Segments, bool Damaged);

using Espero.Journal.V1;

namespace Espero.Station.Journal;

/// <summary>An entry on its way to the disk.</summary>
/// <param name="Entry">A fact in it gets its sequence and its clocks from the writer.</param>
/// <param name="Guard">Asked in the order of writing, so that two callers cannot both be let through.</param>
/// <param name="Written">Completed after the sync: whether the guard let it through.</param>
internal sealed record PendingEntry(Entry Entry, Func<JournalState, bool> Guard, TaskCompletionSource<bool> Written);

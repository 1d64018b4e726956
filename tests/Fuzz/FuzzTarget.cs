using System.Collections.Immutable;

namespace Espero.Fuzz;

/// <summary>A parser that faces a phone, or files that anybody may have written.</summary>
/// <param name="Corpus">Good examples, which are mutated.</param>
/// <param name="Parse">Reads one input whole.</param>
/// <param name="Planted">The same with a careless reader's bug, to prove that this harness would find it.</param>
/// <param name="Refuses">Whether an exception is the parser's own way to refuse; every other one is a crash.</param>
public sealed record FuzzTarget(
    string Name, ImmutableArray<byte[]> Corpus, Action<byte[]> Parse, Action<byte[]> Planted, Func<Exception, bool> Refuses)
{
    /// <summary>What one input may cost. None is longer than a few kilobytes, so who takes more believed a length it was told.</summary>
    public long MaxAllocatedBytes { get; init; } = 1 << 20;

    /// <summary>Whether its inputs come from a phone: such a parser gets ten times as many.</summary>
    public bool FacesPhone { get; init; } = true;
}

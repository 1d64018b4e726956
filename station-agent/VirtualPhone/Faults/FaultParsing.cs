using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Espero.VirtualPhone.Faults;

/// <summary>What became of the text of one <c>--fault</c>: faults, or a sentence that says what is wrong with it.</summary>
public sealed class FaultParsing
{
    private FaultParsing(ImmutableArray<Fault> faults, string? error)
    {
        Faults = faults;
        Error = error;
    }

    /// <summary>One fault, or all that make up a class of failure; empty for a text that is not understood.</summary>
    public ImmutableArray<Fault> Faults { get; }

    /// <summary>The only fault, or the first; null for a text that is not understood.</summary>
    public Fault? Fault => Faults.FirstOrDefault();

    public string? Error { get; }

    [MemberNotNullWhen(true, nameof(Fault))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Understood => Error is null;

    internal static FaultParsing Of(params ImmutableArray<Fault> faults) => new(faults, error: null);

    internal static FaultParsing Refused(string text, string why) =>
        new([], $"The fault '{text}' is not understood: {why}. Known faults are {FaultParser.Syntax}.");
}

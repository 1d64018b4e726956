using System.Diagnostics.CodeAnalysis;

namespace Espero.VirtualPhone.Faults;

/// <summary>What became of the text of one <c>--fault</c>: a fault, or a sentence that says what is wrong with it.</summary>
public sealed record FaultParsing
{
    private FaultParsing(Fault? fault, string? error)
    {
        Fault = fault;
        Error = error;
    }

    public Fault? Fault { get; }

    public string? Error { get; }

    [MemberNotNullWhen(true, nameof(Fault))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Understood => Fault is not null;

    internal static FaultParsing Of(Fault fault) => new(fault, error: null);

    internal static FaultParsing Refused(string text, string why) =>
        new(fault: null, $"The fault '{text}' is not understood: {why}. Known faults are {FaultParser.Syntax}.");
}

using System.Diagnostics.CodeAnalysis;

namespace Espero.Orchestrator.Answers;

/// <summary>What was asked for, or why it is refused; never both.</summary>
internal sealed class Answer<T> where T : notnull
{
    private Answer(T? value, Refusal? refusal)
    {
        Value = value;
        Refusal = refusal;
    }

    /// <summary>Meaningless when refused.</summary>
    public T? Value { get; }

    /// <summary>Null when granted.</summary>
    public Refusal? Refusal { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsGranted => Refusal is null;

    public Answer<TOther> Then<TOther>(Func<T, TOther> next) where TOther : notnull => IsGranted ? next(Value) : Refusal;

    public static implicit operator Answer<T>(T value) => new(value, null);

    public static implicit operator Answer<T>(Refusal refusal) => new(default, refusal);
}

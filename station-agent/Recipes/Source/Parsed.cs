using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Espero.Station.Recipes.Source;

/// <summary>What a file says, or every reason why it is refused; never both.</summary>
public sealed class Parsed<T>
    where T : class
{
    internal Parsed(T value)
    {
        Value = value;
        Errors = [];
    }

    internal Parsed(ImmutableArray<SourceError> errors)
    {
        Errors = errors;
    }

    /// <summary>Null when refused.</summary>
    public T? Value { get; }

    /// <summary>In the order of the file; empty when it is good.</summary>
    public ImmutableArray<SourceError> Errors { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsGood => Value is not null;
}

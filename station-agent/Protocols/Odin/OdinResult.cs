using System.Diagnostics.CodeAnalysis;

namespace Espero.Station.Protocols.Odin;

/// <summary>What an operation gave, or why it failed.</summary>
/// <param name="Value">Meaningful only where <paramref name="Error"/> is null.</param>
public readonly record struct OdinResult<T>(T Value, OdinError? Error)
{
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Succeeded => Error is null;

    public static implicit operator OdinResult<T>(T value) => new(value, null);

    public static implicit operator OdinResult<T>(OdinError error) => new(default!, error);
}

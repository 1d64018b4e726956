using System.Diagnostics.CodeAnalysis;

namespace Espero.Station.Protocols.Fastboot;

/// <summary>What an operation gave, or why it failed.</summary>
/// <param name="Value">Meaningful only where <paramref name="Error"/> is null.</param>
public readonly record struct FastbootResult<T>(T Value, FastbootError? Error)
{
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Succeeded => Error is null;

    public static implicit operator FastbootResult<T>(T value) => new(value, null);

    public static implicit operator FastbootResult<T>(FastbootError error) => new(default!, error);
}

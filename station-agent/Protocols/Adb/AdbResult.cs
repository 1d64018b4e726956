using System.Diagnostics.CodeAnalysis;

namespace Espero.Station.Protocols.Adb;

/// <summary>What an operation gave, or why it failed.</summary>
/// <param name="Value">Meaningful only where <paramref name="Error"/> is null.</param>
public readonly record struct AdbResult<T>(T Value, AdbError? Error)
{
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Succeeded => Error is null;

    public static implicit operator AdbResult<T>(T value) => new(value, null);

    public static implicit operator AdbResult<T>(AdbError error) => new(default!, error);
}

using System.Diagnostics.CodeAnalysis;

namespace Espero.Station.Watch;

/// <summary>What a phone answered, or why it did not.</summary>
/// <param name="Value">Meaningful only where <paramref name="Error"/> is null.</param>
internal readonly record struct TalkResult<T>(T Value, TalkError? Error)
{
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Succeeded => Error is null;

    public static implicit operator TalkResult<T>(T value) => new(value, null);

    public static implicit operator TalkResult<T>(TalkError error) => new(default!, error);
}

using System.Diagnostics.CodeAnalysis;

namespace Espero.Station.Protocols.Usb;

/// <summary>What an operation gave, or why it failed.</summary>
/// <param name="Value">Meaningful only where <paramref name="Error"/> is null.</param>
internal readonly record struct UsbResult<T>(T Value, UsbError? Error)
{
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Succeeded => Error is null;

    public static implicit operator UsbResult<T>(T value) => new(value, null);

    public static implicit operator UsbResult<T>(UsbError error) => new(default!, error);
}

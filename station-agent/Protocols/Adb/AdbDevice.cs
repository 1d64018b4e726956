namespace Espero.Station.Protocols.Adb;

/// <summary>One line of the server's list: one phone at one moment.</summary>
/// <param name="Serial">As the phone says it; empty where it says none. Personal data: never logged.</param>
/// <param name="StateText">The server's own words, with the reason in brackets that "no permissions" carries.</param>
public sealed record AdbDevice(string Serial, AdbState State, string StateText)
{
    /// <summary>Where the phone is plugged in, like <c>usb:1-2.3</c>; null for a phone on the network.</summary>
    public string? DevicePath { get; init; }

    /// <summary>Counts up with each connection; the same phone gets a new one when it comes back over USB.</summary>
    public long? TransportId { get; init; }

    /// <summary><c>ro.product.name</c>, all but letters and digits turned into <c>_</c> by the server; null until known.</summary>
    public string? Product { get; init; }

    /// <summary><c>ro.product.model</c>, likewise.</summary>
    public string? Model { get; init; }

    /// <summary><c>ro.product.device</c>, likewise.</summary>
    public string? Device { get; init; }
}

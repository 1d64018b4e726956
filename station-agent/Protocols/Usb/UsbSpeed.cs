namespace Espero.Station.Protocols.Usb;

/// <summary>How fast a device and its port agreed to talk.</summary>
public enum UsbSpeed
{
    Unknown,

    /// <summary>1.5 Mbit/s.</summary>
    Low,

    /// <summary>12 Mbit/s: a phone at this speed has a bad cable or hub.</summary>
    Full,

    /// <summary>480 Mbit/s.</summary>
    High,

    /// <summary>5 Gbit/s and more.</summary>
    Super,
}

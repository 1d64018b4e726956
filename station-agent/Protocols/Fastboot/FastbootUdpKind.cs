namespace Espero.Station.Protocols.Fastboot;

/// <summary>The first byte of every packet (AOSP fastboot/README.md, "UDP Protocol v1").</summary>
public enum FastbootUdpKind : byte
{
    /// <summary>From the phone only: it will not go on. The text says why.</summary>
    Error = 0,

    /// <summary>Asks which sequence number the phone expects next.</summary>
    Query = 1,

    /// <summary>Begins a conversation and agrees on version and packet size.</summary>
    Init = 2,

    /// <summary>Carries commands, data and replies.</summary>
    Fastboot = 3,
}

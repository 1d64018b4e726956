namespace Espero.Station.Protocols.Fastboot;

/// <summary>The first four bytes of a packet from the phone (AOSP fastboot/README.md, "Transport and Framing").</summary>
public enum FastbootReplyKind
{
    Okay,
    Fail,
    Data,
    Info,
    Text,
}

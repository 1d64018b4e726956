namespace Espero.VirtualPhone.Udp;

/// <summary>The first byte of a packet (AOSP fastboot/README.md, "UDP Protocol v1").</summary>
internal enum UdpPacketKind : byte
{
    Error = 0,
    Query = 1,
    Initialise = 2,
    Fastboot = 3,
}

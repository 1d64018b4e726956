namespace Espero.Station.Protocols.Tests.Fastboot;

/// <summary>What the line does to one packet and to its answer.</summary>
internal enum UdpLine
{
    Good,

    /// <summary>The packet never arrives.</summary>
    LosesPacket,

    /// <summary>The packet arrives, its answer does not.</summary>
    LosesAnswer,

    /// <summary>The packet arrives twice, and so do its answers.</summary>
    Doubles,

    /// <summary>The answer before comes once more, ahead of this one.</summary>
    Reorders,
}

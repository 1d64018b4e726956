using System.Collections.Immutable;
using Espero.VirtualPhone.Faults;

namespace Espero.VirtualPhone.Udp;

/// <summary>Which packets are lost or come twice. One owner.</summary>
internal sealed class UdpFaults(ImmutableArray<Fault> faults)
{
    private readonly long? _lost = faults.OfType<PacketLossFault>().LastOrDefault()?.EveryNth;
    private readonly long? _doubled = faults.OfType<PacketDoublingFault>().LastOrDefault()?.EveryNth;
    private long _packets;

    /// <summary>Counts a packet that came, and says whether it is lost.</summary>
    public bool LosesThisOne() => ++_packets % _lost == 0;

    /// <summary>Counts a packet that goes, and says how many of it arrive.</summary>
    public int CopiesOfThisOne() => ++_packets % _lost == 0 ? 0 : _packets % _doubled == 0 ? 2 : 1;
}

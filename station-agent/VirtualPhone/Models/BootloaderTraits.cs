namespace Espero.VirtualPhone.Models;

/// <summary>The ways in which real bootloaders differ from the specification.</summary>
public sealed record BootloaderTraits
{
    /// <summary>The longest command; 4096 in AOSP, 64 in old bootloaders, which hear nothing longer.</summary>
    public int MaxCommandBytes { get; init; } = 4096;

    /// <summary><c>getvar all</c> is refused.</summary>
    public bool RefusesAll { get; init; }

    /// <summary>An unknown variable is an empty OKAY instead of a FAIL.</summary>
    public bool UnknownVariableIsEmpty { get; init; }

    /// <summary>What stands between name and value in <c>getvar all</c>.</summary>
    public string AllSeparator { get; init; } = ":";

    /// <summary>How <c>max-download-size</c> is written.</summary>
    public SizeNotation DownloadSize { get; init; } = SizeNotation.Hexadecimal;

    public bool InfoBeforeData { get; init; }

    public bool InfoAfterData { get; init; }

    /// <summary><c>current-slot</c> is known, <c>slot-count</c> is not.</summary>
    public bool HidesSlotCount { get; init; }

    public bool HidesProduct { get; init; }

    /// <summary>The largest packet over UDP, header included, in bytes.</summary>
    public int UdpPacketBytes { get; init; } = 1024;
}

namespace Espero.Station.Protocols.Odin;

/// <summary>One partition of a Samsung phone.</summary>
/// <param name="IsModem">Belongs to the radio's processor (CP), not to the application processor (AP).</param>
/// <param name="BlockCount">0 where it takes what is left.</param>
/// <param name="FlashFile">The file that the maker's packages bring for it; often empty.</param>
public sealed record PitEntry(bool IsModem, PitDevice Device, uint Identifier, uint BlockCount, string Name, string FlashFile)
{
    private const int MmcBlockBytes = 512;
    private const int UfsBlockBytes = 4096;

    /// <summary>Its size in bytes; null where the table does not tell.</summary>
    public long? SizeBytes => (Device, BlockCount) switch
    {
        (_, 0) => null,
        (PitDevice.Mmc, _) => (long)BlockCount * MmcBlockBytes,
        (PitDevice.Ufs, _) => (long)BlockCount * UfsBlockBytes,
        _ => null,
    };
}

namespace Espero.Station.Protocols.Adb.Sideload;

/// <summary>How much of a package the phone has taken.</summary>
/// <param name="Blocks">How many blocks the package has.</param>
/// <param name="BlocksTaken">How many different blocks went out whole at least once.</param>
/// <param name="ServedBytes">All bytes that went out; more than the package's size when blocks are asked for again.</param>
public readonly record struct SideloadCoverage(int Blocks, int BlocksTaken, long ServedBytes)
{
    public bool IsWhole => BlocksTaken == Blocks;

    /// <summary>0 to 100; 100 only when whole.</summary>
    public int Percent => (int)(100L * BlocksTaken / Blocks);
}

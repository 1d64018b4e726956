namespace Espero.Station.Protocols.Odin;

/// <summary>What kind of memory a partition is on. Phones write other numbers too; they are kept as they are.</summary>
public enum PitDevice : uint
{
    OneNand = 0,
    File = 1,
    Mmc = 2,
    All = 3,
    Ufs = 8,
}

namespace Espero.Station.Recipes.Vocabulary;

/// <summary>What is lost when a partition is written wrongly.</summary>
public enum PartitionClass
{
    /// <summary>The system does not start; it can be written again.</summary>
    Os,

    /// <summary>The phone may not start at all.</summary>
    BootChain,

    /// <summary>No network until the right version is written.</summary>
    Radio,

    /// <summary>What exists once: calibration, serials, IMEIs, lock state, the partition table. Nobody can bring it back.</summary>
    NeverWrite,
}

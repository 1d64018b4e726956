namespace Espero.Station.Domain.Rehearsing;

/// <summary>One way in which a phone is not as its recipe needs it.</summary>
public enum Mutation
{
    OtherProduct,
    OtherChip,

    /// <summary>A person reads another model off it than the recipe's; only where the recipe counts on eyes.</summary>
    OtherPrint,
    PartitionMissing,
    PartitionTooSmall,

    /// <summary>Locked, and where the recipe unlocks: it does not let itself be unlocked.</summary>
    Locked,

    /// <summary>Its super is laid out by another system and leaves no room.</summary>
    SuperOfAnotherSystem,

    /// <summary>Ten percent.</summary>
    BatteryLow,

    /// <summary>Older than what the recipe requires.</summary>
    OlderFirmware,
}

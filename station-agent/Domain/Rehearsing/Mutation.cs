namespace Espero.Station.Domain.Rehearsing;

/// <summary>One way in which a phone is not as its recipe needs it.</summary>
public enum Mutation
{
    /// <summary>The nearest other model of the same maker, with the same chip where there is one.</summary>
    OtherProduct,

    /// <summary>The model by its names, on another platform of its maker.</summary>
    OtherChip,

    /// <summary>A person reads the nearest other model off it; only where the recipe counts on eyes.</summary>
    OtherPrint,
    PartitionMissing,
    PartitionTooSmall,

    /// <summary>Locked, and where the recipe unlocks: it does not let itself be unlocked.</summary>
    Locked,

    /// <summary>Its super is filled by another system's partitions and leaves no room.</summary>
    SuperOfAnotherSystem,

    /// <summary>Ten percent.</summary>
    BatteryLow,

    /// <summary>One Android version below what the recipe requires.</summary>
    OlderFirmware,
}

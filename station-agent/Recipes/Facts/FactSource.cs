namespace Espero.Station.Recipes.Facts;

/// <summary>Where a fact has its truth from. Facts of one source are wrong together, so they prove a model only once.</summary>
public enum FactSource
{
    /// <summary>How the phone is just now, or what every second phone says alike: nothing that tells a model.</summary>
    State,

    /// <summary>The name that programs on the phone give it; bootloader, fastbootd, system and USB copy it from each other.</summary>
    Name,

    /// <summary>The partition table on the phone's storage: which sizes its partitions have.</summary>
    Storage,

    /// <summary>The chip, as its own registers name it.</summary>
    Chip,

    /// <summary>The modem's firmware, which is made for one radio and its regions.</summary>
    Radio,

    /// <summary>The eyes of a named person, who has read what is printed on the phone.</summary>
    Person,
}

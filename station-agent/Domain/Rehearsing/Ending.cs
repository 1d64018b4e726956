namespace Espero.Station.Domain.Rehearsing;

/// <summary>What became of a mutant.</summary>
public enum Ending
{
    /// <summary>Refused before anything could be lost, and for what is wrong with it.</summary>
    Refused,

    /// <summary>Nothing in the recipe asks for what is wrong: no data set says what to ask for.</summary>
    NotAsked,

    /// <summary>The phone tells it in no mode that the recipe leads through before the point of no return.</summary>
    NotTold,

    /// <summary>Seen, but only when something may already be lost.</summary>
    TooLate,

    /// <summary>Refused, but with a failure class that speaks of something else.</summary>
    OtherReason,
}

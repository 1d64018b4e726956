namespace Espero.Station.Domain.Rehearsing;

/// <summary>How much of a twin's identity comes from somebody whom its recipe was not made of.</summary>
public enum Confirmation
{
    /// <summary>Nobody but the recipe's own source knows the model: the twin only repeats what the recipe expects.</summary>
    None,

    /// <summary>An outsider confirms some of what the recipe tells the model by; the rest is taken from the recipe.</summary>
    InPart,

    /// <summary>For everything that the recipe tells the model by, an outsider says the same.</summary>
    Whole,
}

namespace Espero.Station.Recipes.Builds;

/// <summary>How a file of a build is obtained.</summary>
public enum FileWay
{
    /// <summary>Downloaded from its address.</summary>
    Download,

    /// <summary>Its maker lets only people download it.</summary>
    ByHand,

    /// <summary>Named by an index at its address: the newest release there.</summary>
    Index,

    /// <summary>Taken out of an archive of the same build.</summary>
    Unpacked,

    /// <summary>Written by a step of the recipe.</summary>
    Written,
}

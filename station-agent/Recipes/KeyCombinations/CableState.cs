namespace Espero.Station.Recipes.KeyCombinations;

/// <summary>Where the USB cable is before the first key is pressed.</summary>
public enum CableState
{
    /// <summary>It does not matter.</summary>
    Any,

    In,

    Out,
}

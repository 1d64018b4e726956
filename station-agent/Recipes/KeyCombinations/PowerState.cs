namespace Espero.Station.Recipes.KeyCombinations;

/// <summary>How the phone is before the first key is pressed.</summary>
public enum PowerState
{
    /// <summary>It does not matter.</summary>
    Any,

    Off,

    /// <summary>Running; it is restarted and the keys are pressed at once.</summary>
    Restarting,

    /// <summary>While it starts.</summary>
    Starting,

    /// <summary>A box without a battery whose power supply is unplugged.</summary>
    Unpowered,
}

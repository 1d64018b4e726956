namespace Espero.Station.Recipes.KeyCombinations;

/// <summary>A key that a person presses. The elder phones, boxes and boards have some that no later phone has.</summary>
public enum PhoneKey
{
    VolumeUp,
    VolumeDown,
    Power,
    Home,
    Bixby,
    Menu,

    /// <summary>The only key on the side of a box.</summary>
    Side,

    /// <summary>The only key beneath a box.</summary>
    Bottom,

    /// <summary>The key that pairs a remote control.</summary>
    Pairing,

    /// <summary>The pin or key of a board that forces its rescue mode.</summary>
    ForceRecovery,

    /// <summary>A key on a bare board.</summary>
    Board,

    ControllerA,
    ControllerB,
    ControllerY,
}

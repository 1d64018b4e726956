namespace Espero.Station.Recipes.KeyCombinations;

/// <summary>What a person waits for before letting go.</summary>
public enum Cue
{
    /// <summary>A word on the screen.</summary>
    Word,

    /// <summary>The logo of this name.</summary>
    Logo,

    /// <summary>Whatever logo the phone shows first.</summary>
    AnyLogo,

    /// <summary>The menu of the bootloader.</summary>
    Menu,

    Recovery,

    /// <summary>The screen on which the maker's own program would load firmware.</summary>
    UpdateScreen,

    ScreenLights,
    Vibration,
    BlueText,
    TwoFlashes,
    Lamps,

    /// <summary>Nothing is seen on the phone; the computer sees it.</summary>
    Computer,
}

namespace Espero.Station.Recipes.KeyCombinations.Drawing;

/// <summary>What the phone shows in one picture.</summary>
internal enum PanelScreen
{
    Plain,
    Off,
    Restart,
    Starts,
    Word,
    Logo,
    Menu,
    Choice,
    Update,
    Light,
    Vibration,
    BlueText,
    Flashes,
    Lamps,
    Computer,
    BlueLight,
    BlueStar,
}

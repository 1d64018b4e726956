namespace Espero.Station.Recipes.KeyCombinations.Drawing;

/// <summary>What is at the phone's socket in one picture.</summary>
internal enum PanelCable
{
    None,
    In,
    Out,
    PluggingIn,
}

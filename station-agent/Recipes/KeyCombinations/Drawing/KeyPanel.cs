using System.Collections.Immutable;

namespace Espero.Station.Recipes.KeyCombinations.Drawing;

/// <summary>One picture of the strip: what the fingers do at one moment, and what the phone shows then.</summary>
internal sealed record KeyPanel
{
    public ImmutableList<PhoneKey> Held { get; init; } = [];

    public ImmutableList<PhoneKey> Tapped { get; init; } = [];

    public ImmutableList<PhoneKey> LetGo { get; init; } = [];

    public PanelScreen Screen { get; init; } = PanelScreen.Plain;

    /// <summary>On the screen; empty for none.</summary>
    public string Text { get; init; } = "";

    public PanelCable Cable { get; init; }

    /// <summary>How long; 0 when it does not matter.</summary>
    public int Seconds { get; init; }

    /// <summary>Nothing has been let go of, tapped or waited for yet, so more can happen in the same moment.</summary>
    public bool IsOpen =>
        LetGo.IsEmpty && Tapped.IsEmpty && Screen is PanelScreen.Plain or PanelScreen.Off or PanelScreen.Restart or PanelScreen.Starts;
}

namespace Espero.Station.Recipes.Models;

/// <summary>What kind of thing a model is.</summary>
public enum PhoneKind
{
    Phone,
    Tablet,
    Watch,

    /// <summary>A television box, a console, a board, a laptop: nothing that this programme frees.</summary>
    Other,
}

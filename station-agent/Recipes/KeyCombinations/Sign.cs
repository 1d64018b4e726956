namespace Espero.Station.Recipes.KeyCombinations;

/// <summary>By what a person sees that it has worked.</summary>
public enum Sign
{
    BlueLight,
    BlueStar,

    /// <summary>Nothing: a tool of the maker takes over here.</summary>
    OtherTool,
}

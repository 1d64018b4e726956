namespace Espero.Station.Recipes.Native;

/// <summary>A text that a recipe is read with.</summary>
/// <param name="Name">A plain file name.</param>
public sealed record RecipeText(string Name, string Text);

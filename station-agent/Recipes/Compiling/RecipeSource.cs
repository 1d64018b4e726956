namespace Espero.Station.Recipes.Compiling;

/// <summary>Where an imported recipe comes from.</summary>
/// <param name="Project">The project whose data it was.</param>
/// <param name="File">The file there.</param>
/// <param name="Sha256">Of that file; 64 lower-case hexadecimal digits.</param>
/// <param name="Licence">Under which the data may be used.</param>
public sealed record RecipeSource(string Project, string File, string Sha256, string Licence);

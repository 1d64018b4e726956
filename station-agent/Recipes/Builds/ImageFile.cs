namespace Espero.Station.Recipes.Builds;

/// <summary>One file of a build.</summary>
/// <param name="Name">A plain name: no folder, no path, no URL.</param>
/// <param name="SizeBytes">At least 1.</param>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
public sealed record ImageFile(string Name, ulong SizeBytes, string Sha256);

namespace Espero.Station.Recipes.Models;

/// <summary>One statement about a model, with who makes it. Two sets may contradict each other; both are kept.</summary>
public readonly record struct Sourced<T>(T Value, Origin Origin);

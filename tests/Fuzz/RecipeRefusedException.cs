namespace Espero.Fuzz;

/// <summary>A recipe was refused with its reasons, as most of these must be.</summary>
internal sealed class RecipeRefusedException : Exception;

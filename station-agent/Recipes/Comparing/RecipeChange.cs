using Espero.Station.Recipes.Words;

namespace Espero.Station.Recipes.Comparing;

/// <summary>One difference between two recipes.</summary>
/// <param name="Subject">What changed: a step's id, a fact, a file, the code of a permission.</param>
/// <param name="Before">Null where it is new.</param>
/// <param name="After">Null where it is gone.</param>
public sealed record RecipeChange(ChangeKind Kind, string Subject, Sentence? Before, Sentence? After)
{
    /// <summary>The step is the same and stands elsewhere.</summary>
    public bool IsMove { get; init; }
}

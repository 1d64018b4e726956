using System.Collections.Immutable;

namespace Espero.Station.Recipes.Models;

/// <summary>The models that a word may mean: none, one, or several, which is a result like the others.</summary>
public sealed record ModelFinding(ImmutableArray<ModelFacts> Models)
{
    public static readonly ModelFinding Nothing = new([]);

    /// <summary>The model that is meant; null when the word is unknown or means several.</summary>
    public ModelFacts? Only => Models is [var model] ? model : null;

    public bool IsUnknown => Models.IsEmpty;

    public bool IsAmbiguous => Models.Length > 1;
}

namespace Espero.Station.Recipes.Comparing;

/// <summary>What a change of a recipe is about; the order in which people read them.</summary>
public enum ChangeKind
{
    /// <summary>What the recipe may do to a phone.</summary>
    Permission,

    /// <summary>Which phones it takes for its own.</summary>
    Identity,

    /// <summary>What must be on the phone beneath, and what it may not go back behind.</summary>
    Requirement,

    /// <summary>What it brings.</summary>
    File,

    /// <summary>What it promises to show at the end.</summary>
    Proof,

    /// <summary>What it does, and in which order.</summary>
    Step,
}

using System.Collections.Immutable;

namespace Espero.Station.Recipes.KeyCombinations;

/// <summary>How a person brings a phone into a mode with its keys. A value: sentence, drawing and code are made from it.</summary>
/// <param name="Steps">In order; empty when no key does it and the phone is asked over its cable.</param>
/// <param name="Leaving">How the mode is left again, where that needs keys too.</param>
public sealed record KeyCombination(PowerState Start, CableState Cable, ImmutableArray<KeyStep> Steps, ImmutableArray<KeyStep> Leaving)
{
    public bool NeedsKeys => !Steps.IsEmpty;
}

using Espero.Station.Recipes.KeyCombinations;

namespace Espero.Station.Recipes.Models;

/// <summary>How a data set says that a person brings the model into a mode.</summary>
/// <param name="Mode">As recipes write it: "bootloader", "download", "recovery".</param>
/// <param name="Text">In the set's own words.</param>
public sealed record KeysFact(string Mode, string Text)
{
    /// <summary>Null when the words are not understood as a whole.</summary>
    public KeyCombination? Combination => KeyTextReader.TryRead(Text, out var combination, out _) ? combination : null;
}

using System.Collections.Immutable;
using Espero.Station.Recipes.Source;

namespace Espero.Station.Recipes.Native;

/// <summary>One element of a flashfile.</summary>
/// <param name="Depth">0 for the one that holds all others.</param>
internal sealed record FlashfileElement(SourceScalar Name, int Depth, ImmutableArray<SourceEntry> Attributes)
{
    public SourceScalar? Find(string attribute) =>
        (SourceScalar?)Attributes.FirstOrDefault(entry => entry.Key.Text == attribute)?.Value;
}

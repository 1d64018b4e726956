using System.Collections.Frozen;
using Espero.Station.Recipes.Facts;
using Espero.Station.Recipes.Models;

namespace Espero.Station.Domain.Rehearsing;

/// <summary>The other models of a maker that come nearest to one: what a wrong phone on the table really is.</summary>
/// <param name="Nearest">With the same chip family where there is one; null where the maker has no other model.</param>
/// <param name="OtherPlatform">A chip family that the maker uses and the model has not; null where there is none.</param>
public sealed record Sisters(ModelFacts? Nearest, string? OtherPlatform)
{
    public static readonly Sisters None = new(null, null);

    /// <summary>The same for every run: the first by name among equally near ones.</summary>
    public static Sisters Of(ModelFacts? model, IEnumerable<ModelFacts> all)
    {
        if (model is null)
        {
            return None;
        }

        var own = Platforms(model);
        var others = all
            .Where(other => other.Vendor == model.Vendor && !SharesAName(model, other))
            .OrderBy(other => other.Id, StringComparer.Ordinal)
            .ToList();
        return new Sisters(
            others.OrderByDescending(other => Platforms(other).Overlaps(own)).FirstOrDefault(),
            others.SelectMany(Platforms).FirstOrDefault(platform => !own.Contains(platform)));
    }

    private static FrozenSet<string> Platforms(ModelFacts model) =>
        ModelMarks.Of(model, FactName.Platform).ToFrozenSet(StringComparer.Ordinal);

    // A variant of the same phone is no other model.
    private static bool SharesAName(ModelFacts one, ModelFacts other) =>
        Names(one).Overlaps(Names(other));

    private static HashSet<string> Names(ModelFacts model) =>
    [
        .. ModelMarks.Of(model, FactName.Device).Concat(ModelMarks.Of(model, FactName.PersonModel)).Append(model.Codename)
            .Select(name => name.ToLowerInvariant()),
    ];
}

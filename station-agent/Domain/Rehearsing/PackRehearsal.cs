using Espero.Station.Recipes.Importing;
using Espero.Station.Recipes.Models;

namespace Espero.Station.Domain.Rehearsing;

/// <summary>Dry-runs every recipe of an imported pack.</summary>
public static class PackRehearsal
{
    /// <param name="book">What all data sets say about models, the pack's own included.</param>
    public static IEnumerable<Rehearsal> Run(ImportedPack pack, ModelBook book)
    {
        var makers = book.Models.ToLookup(model => model.Vendor, StringComparer.Ordinal);
        foreach (var plan in pack.Recipes.Select(recipe => recipe.Recipe.Rehearsal))
        {
            var model = book.Find(plan.Model.Vendor, plan.Model.Codename);
            if (Twin.Of(plan, model, pack.Source.DataSet) is { } twin)
            {
                yield return Rehearsal.Of(plan, twin, Sisters.Of(model, makers[model?.Vendor ?? ""]));
            }
        }
    }
}

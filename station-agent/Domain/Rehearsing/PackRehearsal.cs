using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Importing;
using Espero.Station.Recipes.Models;

namespace Espero.Station.Domain.Rehearsing;

/// <summary>Dry-runs every recipe of an imported pack.</summary>
public static class PackRehearsal
{
    /// <summary>On phones as the other data sets describe them.</summary>
    /// <param name="book">What all data sets say about models, the pack's own included.</param>
    public static IEnumerable<Rehearsal> Run(ImportedPack pack, ModelBook book) => Run(pack, book, _ => true, PhoneFacts.None);

    /// <summary>On a phone that a station has recorded: every recipe for its model.</summary>
    public static IEnumerable<Rehearsal> Run(ImportedPack pack, ModelBook book, RecordedPhone phone) =>
        Run(pack, book, model => model is not null && model == phone.Model, phone.Facts);

    private static IEnumerable<Rehearsal> Run(ImportedPack pack, ModelBook book, Func<ModelFacts?, bool> isMeant, PhoneFacts recorded)
    {
        var makers = book.Models.ToLookup(model => model.Vendor, StringComparer.Ordinal);
        foreach (var plan in pack.Recipes.Select(recipe => recipe.Recipe.Rehearsal))
        {
            var model = book.Find(plan.Model.Vendor, plan.Model.Codename);
            if (isMeant(model) && Twin.Of(plan, model, pack.Source.DataSet, recorded) is { } twin)
            {
                yield return Rehearsal.Of(plan, twin, Sisters.Of(model, makers[model?.Vendor ?? ""]));
            }
        }
    }
}

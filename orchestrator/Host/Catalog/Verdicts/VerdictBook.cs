using Espero.Station.Recipes.Models;
using Microsoft.Extensions.Options;

namespace Espero.Orchestrator.Catalog.Verdicts;

/// <summary>The model book of the orchestrator: read once, when somebody first asks.</summary>
internal sealed class VerdictBook(IOptions<CatalogOptions> options)
{
    private readonly Lazy<ModelBook> _book = new(() =>
        options.Value.ModelsFolder is { Length: > 0 } folder && Directory.Exists(folder) ? Read(folder) : ModelBook.Empty);

    public ModelBook Models => _book.Value;

    // The data sets themselves, or the packs that were made of them.
    private static ModelBook Read(string folder) =>
        ModelBook.Read(folder) is { Models.IsEmpty: false } book ? book : ModelBook.ReadPacks(folder);
}

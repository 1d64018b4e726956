using Espero.Station.Recipes.Models;

namespace Espero.Orchestrator.Catalog.Verdicts;

/// <summary>What is known of models just now: a whole book, swapped when a newer one was read.</summary>
internal sealed class VerdictBook
{
    private volatile ModelBook _models = ModelBook.Empty;

    public ModelBook Models
    {
        get => _models;
        set => _models = value;
    }
}

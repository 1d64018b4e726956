using Espero.Orchestrator.Domain.Unlocking;
using Espero.Station.Recipes.Models;

namespace Espero.Orchestrator.Catalog.Verdicts;

/// <summary>Finds what is known of a model: what the data sets say, or else what the catalogue's own plans show.</summary>
internal sealed class ModelDesk(VerdictBook book, VerdictStore store)
{
    public ModelBook Book => book.Models;

    /// <param name="id">"vendor/codename". A model that nobody knows has facts that say nothing.</param>
    public async Task<ModelFacts> FindAsync(string id, CancellationToken cancellationToken) =>
        Book.Find(id) ?? PlannedModel.Of(id, await store.PlansAsync(id, cancellationToken));

    /// <summary>Whom to ask before a phone of the model can be unlocked; null when nobody.</summary>
    public async Task<UnlockRule?> RuleOfAsync(string id, CancellationToken cancellationToken) =>
        UnlockWays.RuleOf(await FindAsync(id, cancellationToken));
}

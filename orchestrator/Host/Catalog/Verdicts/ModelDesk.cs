using Espero.Orchestrator.Domain.Unlocking;
using Espero.Station.Recipes.Models;

namespace Espero.Orchestrator.Catalog.Verdicts;

/// <summary>Finds what is known of a model: what the data sets say, or else what the catalogue's own plans show.</summary>
internal sealed class ModelDesk(VerdictBook book, VerdictStore store, TimeProvider time)
{
    // Too short says "no data" while it is being read; longer than this nobody waits for a page.
    private static readonly TimeSpan LongestFirstLook = TimeSpan.FromSeconds(30);

    /// <summary>False while the data sets are read for the first time. For programs that come again anyway; people's questions wait.</summary>
    public bool IsReady => book.FirstLook.IsCompleted;

    /// <summary>Once the data sets have been read for the first time; without them if that takes too long.</summary>
    public async ValueTask<ModelBook> BookAsync(CancellationToken cancellationToken)
    {
        if (!IsReady)
        {
            await book.FirstLook.WaitAsync(LongestFirstLook, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
        }

        return book.Models;
    }

    /// <param name="id">"vendor/codename". A model that nobody knows has facts that say nothing.</param>
    public async Task<ModelFacts> FindAsync(string id, CancellationToken cancellationToken) =>
        (await BookAsync(cancellationToken)).Find(id) ?? PlannedModel.Of(id, (await store.OfferAsync(id, cancellationToken)).Plans);

    /// <summary>Whom to ask before a phone of the model can be unlocked; null when nobody.</summary>
    public async Task<UnlockRule?> RuleOfAsync(string id, CancellationToken cancellationToken) =>
        UnlockWays.RuleOf(await FindAsync(id, cancellationToken));
}

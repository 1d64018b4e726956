using Espero.Orchestrator.Fleet.UnknownModels;
using Espero.Orchestrator.Jobs;
using Espero.Station.Recipes.Words;

namespace Espero.Orchestrator.Dashboard.UnknownModels;

/// <summary>Takes a person's word that an unknown model is looked after.</summary>
internal sealed class HandledPost(UnknownModelStore store, PostedForms forms, UnknownModelsAnswer page)
{
    public Task<IResult> TakeAsync(HttpContext context, string code, CancellationToken cancellationToken) => forms.TakeAsync(
        context,
        form => HandleAsync(code, form["by"].ToString(), cancellationToken),
        done: UnknownModelsAnswer.Address,
        refusal => page.ShowAsync(context, withHandled: false, after: "", refusal, cancellationToken));

    private async Task<Sentence?> HandleAsync(string code, string by, CancellationToken cancellationToken) =>
        (PersonRules.CheckName(by) ?? (await store.HandleAsync(code, by.Trim(), cancellationToken)).Refusal)?.Sentence;
}

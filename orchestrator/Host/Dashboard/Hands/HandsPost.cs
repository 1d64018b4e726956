using Espero.Orchestrator.Jobs;

namespace Espero.Orchestrator.Dashboard.Hands;

/// <summary>Takes a person's word that what a station asks for is done.</summary>
internal sealed class HandsPost(HandsStore store, PostedForms forms, JobAnswer page)
{
    public Task<IResult> TakeAsync(HttpContext context, Guid jobId, CancellationToken cancellationToken) => forms.TakeAsync(
        context,
        async form => (await store.SayAsync(jobId, form["by"].ToString(), cancellationToken)).Refusal?.Sentence,
        done: $"/jobs/{jobId}",
        refusal => page.ShowAsync(context, jobId, refusal, cancellationToken));
}

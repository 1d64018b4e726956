using Espero.Orchestrator.Dashboard.Texts;
using Espero.Orchestrator.Jobs;

namespace Espero.Orchestrator.Dashboard.Hands;

/// <summary>Takes a person's word that what a station asks for is done.</summary>
internal sealed class HandsPost(HandsStore store, PostedForms forms, JobAnswer page)
{
    public async Task<IResult> TakeAsync(HttpContext context, Guid jobId, CancellationToken cancellationToken)
    {
        if (PostedForms.Refuse(context.Request) is { } refusal)
        {
            return refusal;
        }

        if (!await forms.AreOursAsync(context))
        {
            return await page.ShowAsync(context, jobId, PageTexts.FormTooOld, cancellationToken);
        }

        var form = await context.Request.ReadFormAsync(cancellationToken);
        var said = await store.SayAsync(jobId, form["by"].ToString(), cancellationToken);
        return said.IsGranted
            ? new SeeOther($"/jobs/{jobId}")
            : await page.ShowAsync(context, jobId, said.Refusal.Sentence, cancellationToken);
    }
}

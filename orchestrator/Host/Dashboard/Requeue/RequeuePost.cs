using Espero.Orchestrator.Dashboard.Texts;
using Espero.Orchestrator.Dashboard.Views;
using Espero.Orchestrator.Jobs;
using Espero.Station.Recipes.Words;

namespace Espero.Orchestrator.Dashboard.Requeue;

/// <summary>Takes the re-queue form. What was done is shown after a redirect, so that reloading asks nothing again.</summary>
internal sealed class RequeuePost(RequeueStore store, PostedForms forms, OverviewAnswer overview)
{
    public async Task<IResult> TakeAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var request = context.Request;
        if (PostedForms.Refuse(request) is { } refusal)
        {
            return refusal;
        }

        var form = RequeueForm.Read(await request.ReadFormAsync(cancellationToken));
        if (form.Key is not { } key || !await forms.AreOursAsync(context))
        {
            return await RefuseAsync(context, form, PageTexts.FormTooOld, cancellationToken);
        }

        if (form.JobIds.Count == 0)
        {
            return await RefuseAsync(context, form, PageTexts.NothingTicked, cancellationToken);
        }

        var answer = await store.RequeueAsync(form.ToWish(key), cancellationToken);
        return answer.IsGranted
            ? new SeeOther($"/?requeue={key}")
            : await RefuseAsync(context, form, SentenceOf(answer.Refusal, key), cancellationToken);
    }

    // A person at a page has not made a key and cannot make another; sending the fresh form does.
    private static Sentence SentenceOf(Answers.Refusal refusal, Guid key) =>
        refusal == JobRefusals.KeyUsedOtherwise(key) ? PageTexts.FormUsed : refusal.Sentence;

    private Task<IResult> RefuseAsync(HttpContext context, RequeueForm form, Sentence why, CancellationToken cancellationToken)
    {
        var language = PageLanguage.Of(context.Request.Headers.AcceptLanguage);
        var draft = new RequeueDraft(form.JobIds, form.By, form.Reason, language.Say(why));
        return overview.RefusedAsync(context, draft, cancellationToken);
    }
}

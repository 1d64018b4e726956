using Espero.Orchestrator.Dashboard.Components;
using Espero.Orchestrator.Dashboard.Reading;
using Espero.Orchestrator.Dashboard.Requeue;
using Espero.Orchestrator.Dashboard.Texts;
using Espero.Orchestrator.Dashboard.Views;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Espero.Orchestrator.Dashboard;

/// <summary>Answers with the first page.</summary>
internal sealed class OverviewAnswer(OverviewReader overviews, RequeueNotices notices, PageForms forms)
{
    /// <param name="requeue">The key of a re-queuing whose result is to be shown on top; null for none.</param>
    public async Task<IResult> ShowAsync(HttpContext context, Guid? requeue, CancellationToken cancellationToken)
    {
        var language = PageLanguage.Of(context.Request.Headers.AcceptLanguage);
        var notice = requeue is { } key ? await notices.FindAsync(key, language, cancellationToken) : null;
        var from = notice is null ? "/" : $"/?requeue={requeue}";
        return await PageAsync(language, forms.For(context, draft: null), notice, from, StatusCodes.Status200OK, cancellationToken);
    }

    /// <summary>Shows what could not be done, with the form as it was filled in.</summary>
    public Task<IResult> RefusedAsync(HttpContext context, RequeueDraft draft, CancellationToken cancellationToken)
    {
        var language = PageLanguage.Of(context.Request.Headers.AcceptLanguage);
        return PageAsync(
            language, forms.For(context, draft), notice: null, from: "/", StatusCodes.Status422UnprocessableEntity, cancellationToken);
    }

    private async Task<IResult> PageAsync(
        PageLanguage language, PageForm form, RequeueNotice? notice, string from, int status, CancellationToken cancellationToken)
    {
        var parameters = new Dictionary<string, object?>
        {
            [nameof(OverviewPage.Language)] = language,
            [nameof(OverviewPage.View)] = await overviews.ReadAsync(language, cancellationToken),
            [nameof(OverviewPage.Form)] = form,
            [nameof(OverviewPage.Notice)] = notice,
            [nameof(OverviewPage.From)] = from,
        };
        return new RazorComponentResult<OverviewPage>(parameters) { StatusCode = status, PreventStreamingRendering = true };
    }
}

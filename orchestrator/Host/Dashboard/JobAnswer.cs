using Espero.Orchestrator.Dashboard.Components;
using Espero.Orchestrator.Dashboard.Reading;
using Espero.Orchestrator.Dashboard.Texts;
using Espero.Orchestrator.Jobs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Espero.Orchestrator.Dashboard;

/// <summary>Answers with the page of one job.</summary>
internal sealed class JobAnswer(JobPageReader pages, PageForms forms)
{
    public async Task<IResult> ShowAsync(HttpContext context, Guid jobId, CancellationToken cancellationToken)
    {
        var language = PageLanguage.Of(context.Request.Headers.AcceptLanguage);
        if (await pages.ReadAsync(jobId, language, cancellationToken) is not { } view)
        {
            return ProblemAnswer.Of(context, StatusCodes.Status404NotFound, PageTexts.NotFoundTitle, JobRefusals.UnknownJob(jobId).Sentence);
        }

        var parameters = new Dictionary<string, object?>
        {
            [nameof(JobPage.Language)] = language,
            [nameof(JobPage.View)] = view,
            [nameof(JobPage.Form)] = forms.For(context, draft: null),
        };
        return new RazorComponentResult<JobPage>(parameters) { PreventStreamingRendering = true };
    }
}

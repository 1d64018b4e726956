using Espero.Orchestrator.Dashboard.Components;
using Espero.Orchestrator.Dashboard.Reading;
using Espero.Orchestrator.Dashboard.Texts;
using Espero.Orchestrator.Jobs;
using Espero.Station.Recipes.Words;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Espero.Orchestrator.Dashboard;

/// <summary>Answers with the page of one job.</summary>
internal sealed class JobAnswer(JobPageReader pages, PageForms forms)
{
    /// <param name="refusal">Why what a person just asked there was not done; null when nothing was asked.</param>
    public async Task<IResult> ShowAsync(HttpContext context, Guid jobId, Sentence? refusal, CancellationToken cancellationToken)
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
            [nameof(JobPage.Refusal)] = refusal is null ? null : language.Say(refusal),
        };
        return new RazorComponentResult<JobPage>(parameters)
        {
            PreventStreamingRendering = true,
            StatusCode = refusal is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
    }
}

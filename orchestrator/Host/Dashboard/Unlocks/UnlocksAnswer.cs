using Espero.Orchestrator.Dashboard.Components;
using Espero.Orchestrator.Dashboard.Texts;
using Espero.Station.Recipes.Words;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Espero.Orchestrator.Dashboard.Unlocks;

/// <summary>Answers with the page of what to ask makers for.</summary>
internal sealed class UnlocksAnswer(UnlocksReader reader, PageForms forms)
{
    public const string Address = "/unlocks";

    /// <param name="refusal">Why what a person just noted was not kept; null when nothing was noted.</param>
    public async Task<IResult> ShowAsync(HttpContext context, Sentence? refusal, CancellationToken cancellationToken)
    {
        var language = PageLanguage.Of(context.Request.Headers.AcceptLanguage);
        var parameters = new Dictionary<string, object?>
        {
            [nameof(UnlocksPage.Language)] = language,
            [nameof(UnlocksPage.View)] = await reader.ReadAsync(language, cancellationToken),
            [nameof(UnlocksPage.Form)] = forms.For(context, draft: null),
            [nameof(UnlocksPage.Refusal)] = refusal is null ? null : language.Say(refusal),
        };
        return new RazorComponentResult<UnlocksPage>(parameters)
        {
            PreventStreamingRendering = true,
            StatusCode = refusal is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
    }
}

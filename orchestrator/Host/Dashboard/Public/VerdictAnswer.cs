using Espero.Orchestrator.Answers;
using Espero.Orchestrator.Catalog.Verdicts;
using Espero.Orchestrator.Dashboard.Components;
using Espero.Orchestrator.Dashboard.Reading;
using Espero.Orchestrator.Dashboard.Texts;
using Espero.Station.Recipes.Words;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Espero.Orchestrator.Dashboard.Public;

/// <summary>Answers with the public page "can my phone be freed?".</summary>
internal sealed class VerdictAnswer(VerdictDesk desk, VerdictBook book)
{
    // What a model can get changes with the catalogue and the data sets, both of them a few times a week. Before these are read for
    // the first time the page cannot name its sources, and is not to be kept.
    private const string KeptForAWhile = "public, max-age=300";

    /// <param name="model">What the person typed; null when the page was opened without a question.</param>
    public async Task<IResult> ShowAsync(HttpContext context, string? model, CancellationToken cancellationToken)
    {
        var asked = model?.Trim() ?? "";
        var verdict = asked.Length == 0 ? null : await desk.OfModelAsync(asked, cancellationToken);
        var refusal = verdict?.Refusal?.Sentence ?? (model is not null && asked.Length == 0 ? PageTexts.VerdictNothingTyped : null);
        context.Response.Headers.CacheControl = refusal is null && !book.Models.Models.IsEmpty ? KeptForAWhile : "no-store";
        return Page(context, asked, verdict?.Value, refusal, StatusOf(verdict, refusal));
    }

    private RazorComponentResult<VerdictPage> Page(HttpContext context, string asked, Verdict? verdict, Sentence? refusal, int status)
    {
        var language = PageLanguage.Of(context.Request.Headers.AcceptLanguage);
        var parameters = new Dictionary<string, object?>
        {
            [nameof(VerdictPage.Language)] = language,
            [nameof(VerdictPage.Asked)] = asked,
            [nameof(VerdictPage.View)] = verdict is null ? null : VerdictLook.Of(verdict, book.Models, language),
            [nameof(VerdictPage.Refusal)] = refusal is null ? null : language.Say(refusal),
            [nameof(VerdictPage.Sources)] = book.Models.Projects,
        };
        return new RazorComponentResult<VerdictPage>(parameters) { StatusCode = status, PreventStreamingRendering = true };
    }

    private static int StatusOf(Answer<Verdict>? verdict, Sentence? refusal) => (verdict?.Refusal?.Kind, refusal) switch
    {
        (RefusalKind.Forbidden, _) => StatusCodes.Status503ServiceUnavailable, // nothing is read yet
        (_, null) => StatusCodes.Status200OK,
        _ => StatusCodes.Status400BadRequest,
    };
}

using Espero.Orchestrator.Catalog.Verdicts;
using Espero.Orchestrator.Dashboard.Components;
using Espero.Orchestrator.Dashboard.Reading;
using Espero.Orchestrator.Dashboard.Texts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Espero.Orchestrator.Dashboard;

/// <summary>Answers with the public page "can my phone be freed?".</summary>
internal sealed class VerdictAnswer(VerdictDesk desk)
{
    public async Task<IResult> ShowAsync(HttpContext context, string? model, CancellationToken cancellationToken)
    {
        var language = PageLanguage.Of(context.Request.Headers.AcceptLanguage);
        var asked = model?.Trim() ?? "";
        var verdict = asked.Length == 0 ? null : await desk.OfModelAsync(asked, cancellationToken);
        var parameters = new Dictionary<string, object?>
        {
            [nameof(VerdictPage.Language)] = language,
            [nameof(VerdictPage.Asked)] = asked,
            [nameof(VerdictPage.View)] = verdict is { IsGranted: true } ? VerdictLook.Of(verdict.Value, language) : null,
            [nameof(VerdictPage.Refusal)] = verdict is { IsGranted: false } ? language.Say(verdict.Refusal.Sentence) : null,
        };
        return new RazorComponentResult<VerdictPage>(parameters) { PreventStreamingRendering = true };
    }
}

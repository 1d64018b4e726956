using System.Globalization;
using Espero.Orchestrator.Answers;
using Espero.Orchestrator.Catalog.Verdicts;
using Espero.Orchestrator.Dashboard.Components;
using Espero.Orchestrator.Dashboard.Texts;
using Espero.Orchestrator.Dashboard.Views;
using Espero.Orchestrator.Fleet;
using Espero.Orchestrator.Fleet.UnknownModels;
using Espero.Station.Recipes.Words;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Espero.Orchestrator.Dashboard.UnknownModels;

/// <summary>Answers with the central team's page of models that nobody knows yet.</summary>
internal sealed class UnknownModelsAnswer(
    UnknownModelStore store, ModelDesk models, PageForms forms, IOptions<FleetOptions> options, TimeProvider time)
{
    public const string Address = "/unknown-models";
    private const int MostShown = 50;

    /// <param name="refusal">Why what a person just asked there was not done; null when nothing was asked.</param>
    public async Task<IResult> ShowAsync(
        HttpContext context, bool withHandled, string after, Sentence? refusal, CancellationToken cancellationToken)
    {
        var language = PageLanguage.Of(context.Request.Headers.AcceptLanguage);
        var moments = new Moments(language, time);
        UnknownModelPlace? place = UnknownModelPlace.TryParse(after, CultureInfo.InvariantCulture, out var read) ? read : null;
        if (place is null && after.Length > 0)
        {
            refusal ??= PageRefusals.Token().Sentence;
        }

        var filter = new UnknownModelFilter { WithHandled = withHandled, After = place, PageSize = MostShown };
        var page = await store.ListAsync(filter, await models.BookAsync(cancellationToken), cancellationToken);
        var parameters = new Dictionary<string, object?>
        {
            [nameof(UnknownModelsPage.Language)] = language,
            [nameof(UnknownModelsPage.Models)] = page.Models.Select(model => Card(model, language, moments)).ToArray(),
            [nameof(UnknownModelsPage.Next)] = page.Next?.ToString(),
            [nameof(UnknownModelsPage.DaysKept)] = (int)options.Value.FactsKept.TotalDays,
            [nameof(UnknownModelsPage.WithHandled)] = withHandled,
            [nameof(UnknownModelsPage.Form)] = forms.For(context, draft: null),
            [nameof(UnknownModelsPage.Refusal)] = refusal is null ? null : language.Say(refusal),
        };
        return new RazorComponentResult<UnknownModelsPage>(parameters)
        {
            PreventStreamingRendering = true,
            StatusCode = refusal is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
    }

    private static UnknownModelCardView Card(UnknownModelView model, PageLanguage language, Moments moments) => new(
        model.Code,
        model.Name,
        language.Count(
            PageTexts.UnknownModelPhones, model.Phones, moments.Of(model.FirstAskedAt).Text, moments.Of(model.LastAskedAt).Text),
        model is { HandledBy: { } by, HandledAt: { } at }
            ? language.Say(PageTexts.UnknownModelHandled, by, moments.Of(at).Text)
            : null,
        [.. model.Facts]);
}

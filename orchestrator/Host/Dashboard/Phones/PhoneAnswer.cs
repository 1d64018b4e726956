using Espero.Orchestrator.Catalog.Verdicts;
using Espero.Orchestrator.Dashboard.Components;
using Espero.Orchestrator.Dashboard.Reading;
using Espero.Orchestrator.Dashboard.Texts;
using Espero.Orchestrator.Dashboard.Views;
using Espero.Orchestrator.Fleet;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Espero.Orchestrator.Dashboard.Phones;

/// <summary>Answers with the page of one phone: what it is, where it is, and whether it can be freed.</summary>
internal sealed class PhoneAnswer(FleetReader fleet, VerdictDesk desk, VerdictBook book)
{
    public async Task<IResult> ShowAsync(HttpContext context, Guid phoneId, CancellationToken cancellationToken)
    {
        var language = PageLanguage.Of(context.Request.Headers.AcceptLanguage);
        var phones = await fleet.ListPhonesAsync(new PhoneFilter { PhoneId = phoneId, PageSize = 1 }, cancellationToken);
        var verdict = await desk.OfPhoneAsync(phoneId, cancellationToken);
        if (phones is not [var phone] || !verdict.IsGranted)
        {
            return ProblemAnswer.Of(
                context, StatusCodes.Status404NotFound, PageTexts.NotFoundTitle, VerdictRefusals.UnknownPhone(phoneId).Sentence);
        }

        var parameters = new Dictionary<string, object?>
        {
            [nameof(PhonePage.Language)] = language,
            [nameof(PhonePage.View)] = new PhonePageView(
                PhoneNames.Of(phone, language), phone.Model, PlaceOf(phone, language), phone.JobId, VerdictLook.Of(verdict.Value, book.Models, language)),
        };
        return new RazorComponentResult<PhonePage>(parameters) { PreventStreamingRendering = true };
    }

    private static string? PlaceOf(PhoneView phone, PageLanguage language) => phone.Place is { } place
        ? language.Say(PageTexts.StationAndPort, place.StationId, place.PortNumber)
        : null;
}

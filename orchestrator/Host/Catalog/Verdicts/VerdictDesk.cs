using Espero.Orchestrator.Answers;
using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Models;

namespace Espero.Orchestrator.Catalog.Verdicts;

/// <summary>Answers whether a model, or one phone, can be freed.</summary>
internal sealed class VerdictDesk(VerdictBook book, VerdictStore store)
{
    private const int MaxNameLength = 80;
    private const int MostNear = 6;

    /// <summary>By whatever a person calls the model.</summary>
    public async Task<Answer<Verdict>> OfModelAsync(string name, CancellationToken cancellationToken)
    {
        if (name.Trim().Length is 0 or > MaxNameLength)
        {
            return VerdictRefusals.NoName(MaxNameLength);
        }

        if (name.Any(char.IsControl))
        {
            return VerdictRefusals.NotAName();
        }

        var found = book.Models.ByAnyName(name);
        return found switch
        {
            { Only: { } model } => VerdictJudge.Judge(model, await store.ReadyAsync(model.Id, cancellationToken), phone: null),
            { IsAmbiguous: true } => new Verdict(FreedomAnswer.Unknown, VerdictSentences.Ambiguous)
            {
                Candidates = [.. found.Models.Select(model => model.Id)],
            },
            // A model that only our own recipes know is still known.
            _ => await store.ReadyAsync(name.Trim(), cancellationToken) is { Count: > 0 } ready
                ? VerdictJudge.Judge(await PlannedAsync(name.Trim(), cancellationToken), ready, phone: null)
                : UnknownName(name),
        };
    }

    private Answer<Verdict> UnknownName(string name) => book.IsEmpty
        ? VerdictRefusals.NoData()
        : new Verdict(FreedomAnswer.Unknown, VerdictSentences.UnknownName)
        {
            Near = [.. book.Models.Near(name, MostNear).Select(model => model.Id)],
        };

    /// <summary>About this very phone, from what it says of itself.</summary>
    public async Task<Answer<Verdict>> OfPhoneAsync(Guid phoneId, CancellationToken cancellationToken)
    {
        if (await store.FindPhoneAsync(phoneId, cancellationToken) is not { } phone)
        {
            return VerdictRefusals.UnknownPhone(phoneId);
        }

        if (phone.Model is { } id)
        {
            var model = book.Models.Find(id) ?? await PlannedAsync(id, cancellationToken);
            return VerdictJudge.Judge(model, await store.ReadyAsync(id, cancellationToken), new PhoneFacts(phone.Facts));
        }

        // Its facts were kept when it was seen; a question writes nothing.
        return phone.Code.Length == 0
            ? new Verdict(FreedomAnswer.Unknown, VerdictSentences.SilentPhone)
            : new Verdict(FreedomAnswer.Unknown, VerdictSentences.UnknownPhone) { Code = phone.Code };
    }

    private async Task<ModelFacts> PlannedAsync(string id, CancellationToken cancellationToken) =>
        PlannedModel.Of(id, await store.PlansAsync(id, cancellationToken));
}

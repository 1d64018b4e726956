using Espero.Orchestrator.Answers;
using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Models;

namespace Espero.Orchestrator.Catalog.Verdicts;

/// <summary>Answers whether a model, or one phone, can be freed.</summary>
internal sealed class VerdictDesk(VerdictBook book, VerdictStore store)
{
    private const int MaxNameLength = 80;

    /// <summary>By whatever a person calls the model.</summary>
    public async Task<Answer<Verdict>> OfModelAsync(string name, CancellationToken cancellationToken)
    {
        if (name.Trim().Length is 0 or > MaxNameLength)
        {
            return VerdictRefusals.NoName(MaxNameLength);
        }

        var found = book.Models.ByAnyName(name);
        return found switch
        {
            { Only: { } model } => VerdictJudge.Judge(model, await store.ReadyAsync(model.Id, cancellationToken), phone: null),
            { IsAmbiguous: true } => new Verdict(FreedomAnswer.Unknown, VerdictSentences.Ambiguous)
            {
                Candidates = [.. found.Models.Select(model => model.Id)],
            },
            _ => await OfCatalogueAsync(name.Trim(), cancellationToken),
        };
    }

    /// <summary>About this very phone, from what it says of itself.</summary>
    public async Task<Answer<Verdict>> OfPhoneAsync(Guid phoneId, CancellationToken cancellationToken)
    {
        if (await store.FindPhoneAsync(phoneId, cancellationToken) is not { } phone)
        {
            return VerdictRefusals.UnknownPhone(phoneId);
        }

        if (phone.Model is { } id && ModelOf(id) is { } model)
        {
            return VerdictJudge.Judge(model, await store.ReadyAsync(id, cancellationToken), new PhoneFacts(phone.Facts));
        }

        return Unknown(await store.KeepAsync(phone.Facts, cancellationToken));
    }

    // A model that only our own recipes know is still known.
    private async Task<Verdict> OfCatalogueAsync(string name, CancellationToken cancellationToken)
    {
        var ready = await store.ReadyAsync(name, cancellationToken);
        return ready.Count > 0
            ? VerdictJudge.Judge(Alone(name), ready, phone: null)
            : Unknown(await store.KeepAsync(new Dictionary<string, string> { ["person.model"] = name }, cancellationToken));
    }

    private ModelFacts? ModelOf(string id) => book.Models.Find(id) ?? Alone(id);

    private static ModelFacts Alone(string id)
    {
        var (vendor, codename) = id.Split('/') is [var maker, var code] ? (maker, code) : ("", id);
        var origin = new Origin("espero", "catalogue");
        return new ModelFacts
        {
            Vendor = vendor,
            Codename = codename,
            Origins = [origin],
            Unlocks = [new(new UnlockFact(UnlockWay.Command), origin)],
        };
    }

    private static Verdict Unknown(string code) => new(FreedomAnswer.Unknown, VerdictSentences.UnknownModel) { Code = code };
}

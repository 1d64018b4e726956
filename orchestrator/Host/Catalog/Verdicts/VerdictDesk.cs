using Espero.Orchestrator.Answers;
using Espero.Orchestrator.Domain.Unlocking;
using Espero.Station.Recipes.Models;

namespace Espero.Orchestrator.Catalog.Verdicts;

/// <summary>Answers whether a model, or one phone, can be freed.</summary>
internal sealed class VerdictDesk(ModelDesk models, VerdictStore store, UnlockAccountReader accounts, TimeProvider time)
{
    private const int MaxNameLength = 80;
    private const int MostNear = 6;

    /// <summary>By whatever a person calls the model. The public asks this too, so it names no account.</summary>
    public async Task<Answer<Verdict>> OfModelAsync(string name, CancellationToken cancellationToken)
    {
        var typed = name.Trim();
        if (typed.Length is 0 or > MaxNameLength)
        {
            return VerdictRefusals.NoName(MaxNameLength);
        }

        if (name.Any(char.IsControl))
        {
            return VerdictRefusals.NotAName();
        }

        var book = await models.BookAsync(cancellationToken);
        var found = book.ByAnyName(typed);
        if (found.IsAmbiguous)
        {
            return new Verdict(FreedomAnswer.Unknown, VerdictSentences.Ambiguous) { Candidates = [.. found.Models.Select(model => model.Id)] };
        }

        // A model that only our own recipes know is still known.
        var offer = await store.OfferAsync(found.Only?.Id ?? typed, cancellationToken);
        return found.Only is null && offer.Builds.Count == 0
            ? UnknownName(book, typed)
            : VerdictJudge.Judge(found.Only ?? PlannedModel.Of(typed, offer.Plans), Evidence(offer));
    }

    /// <summary>About this very phone, from what it said of itself when it was last seen.</summary>
    public async Task<Answer<Verdict>> OfPhoneAsync(Guid phoneId, CancellationToken cancellationToken)
    {
        if (await store.FindPhoneAsync(phoneId, cancellationToken) is not { } phone)
        {
            return VerdictRefusals.UnknownPhone(phoneId);
        }

        // A recipe recognises only the models that somebody has added a build for; the book answers for the others.
        var book = await models.BookAsync(cancellationToken);
        if ((phone.Model ?? book.ByFacts(phone.Facts.Find).Only?.Id) is not { } id)
        {
            // Its facts were kept when it was seen; a question writes nothing.
            return phone.Code.Length == 0
                ? new Verdict(FreedomAnswer.Unknown, VerdictSentences.SilentPhone)
                : new Verdict(FreedomAnswer.Unknown, VerdictSentences.UnknownPhone) { Code = phone.Code };
        }

        var offer = await store.OfferAsync(id, cancellationToken);
        var model = book.Find(id) ?? PlannedModel.Of(id, offer.Plans);
        var account = UnlockWays.RuleOf(model) is { NeedsAccount: true } rule ? await AccountAsync(rule, cancellationToken) : null;
        var verdict = VerdictJudge.Judge(model, Evidence(offer) with { Phone = phone, Account = account });
        return verdict with { Reasons = [.. verdict.Reasons, Noted(phone)] };
    }

    private static VerdictEvidence Evidence(ModelOffer offer) => new() { Ready = offer.Builds, Plans = [.. offer.Plans.Select(plan => plan.Plan)] };

    private static Answer<Verdict> UnknownName(ModelBook book, string name) => book.Models.IsEmpty
        ? VerdictRefusals.NoData()
        : new Verdict(FreedomAnswer.Unknown, VerdictSentences.UnknownName)
        {
            Near = [.. book.Near(name, MostNear).Select(model => model.Id)],
        };

    private async Task<UnlockAccountView?> AccountAsync(UnlockRule rule, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return (await accounts.ListAsync(cancellationToken))
            .Where(account => account.Vendor == rule.Vendor)
            .MinBy(account => UnlockBook.NextAllowed(rule, account.Asked, now));
    }

    private VerdictReason Noted(NotedPhone phone) => phone.SeenAt is { } at
        ? new VerdictReason(VerdictSentences.SeenOn(LocalMoment.Of(at, time)), [VerdictSentences.ThePhone])
        : new VerdictReason(VerdictSentences.NothingNoted, [VerdictSentences.OurCatalogue]);
}

using Espero.Orchestrator.Catalog.Verdicts;
using Espero.Orchestrator.Dashboard.Texts;
using Espero.Orchestrator.Dashboard.Views;
using Espero.Orchestrator.Domain.Unlocking;
using Espero.Orchestrator.Jobs.Unlocks;

namespace Espero.Orchestrator.Dashboard.Unlocks;

/// <summary>Makes the page of what to ask makers for: this week's turns, what was asked, and the account book.</summary>
internal sealed class UnlocksReader(UnlockReader unlocks, UnlockCodeStore codes, UnlockAccountReader book, TimeProvider time)
{
    private const int MostShown = 20;
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    public async Task<UnlocksView> ReadAsync(PageLanguage language, CancellationToken cancellationToken)
    {
        var moments = new Moments(language, time);
        var turns = await unlocks.PlanAsync(siteId: null, cancellationToken);
        var requests = await unlocks.ListOpenAsync(siteId: null, cancellationToken);
        var given = await codes.ListAsync(siteId: null, cancellationToken);
        var accounts = await book.ListAsync(cancellationToken);
        var soon = turns.Where(turn => turn.Turn.At is null || turn.Turn.At <= moments.Now + Week).ToArray();
        return new UnlocksView(
            [.. soon.Take(MostShown).Select(turn => Turn(turn, accounts, language))],
            Math.Max(0, soon.Length - MostShown),
            turns.Count - soon.Length,
            [.. requests.Take(MostShown).Select(request => Request(request, language, moments))],
            Math.Max(0, requests.Count - MostShown),
            [.. given.Select(code => Code(code, language, moments))],
            [.. accounts.Select(account => Account(account, language, moments))],
            [.. UnlockRules.AccountVendors.Select(vendor => new UnlockChoice(vendor, MakerName.Of(vendor), IsChosen: false))]);
    }

    private UnlockTurnCard Turn(UnlockTurnView turn, IReadOnlyList<UnlockAccountView> accounts, PageLanguage language) => new(
        turn.Job.PhoneId,
        turn.Job.PhoneLabel,
        turn.Job.SiteId,
        language.Say(UnlockSentences.Of(turn, time)),
        turn.Turn.At is not null,
        turn.Turn.Rule.NeedsAccount
            ? [.. accounts.Where(account => account.Vendor == turn.Turn.Rule.Vendor).Select(account => Choice(account, turn))]
            : []);

    private static UnlockChoice Choice(UnlockAccountView account, UnlockTurnView turn) =>
        new(account.AccountId.ToString(), account.Name, IsChosen: account.AccountId == turn.Turn.AccountId);

    private static UnlockRequestCard Request(UnlockRequestView request, PageLanguage language, Moments moments) => new(
        request.PhoneId,
        request.PhoneLabel,
        request.AccountName is { } account
            ? language.Say(PageTexts.UnlockAskedWith, request.AskedBy, request.Maker, account, moments.Of(request.AskedAt).Text)
            : language.Say(PageTexts.UnlockAsked, request.AskedBy, request.Maker, moments.Of(request.AskedAt).Text),
        moments.Of(request.DueAt),
        request.IsOverdue);

    private static UnlockCodeCard Code(UnlockCodeView code, PageLanguage language, Moments moments) => new(
        code.PhoneId, code.PhoneLabel, language.Say(PageTexts.UnlockCodeIsThere, moments.Of(code.GivenAt).Text, code.GivenBy));

    private static UnlockAccountLine Account(UnlockAccountView account, PageLanguage language, Moments moments)
    {
        var next = account.NextAllowed(moments.Now);
        var asked = account.Asked.Count(request => request.At > moments.Now - UnlockQuota.Year);
        return new UnlockAccountLine(
            account.Name,
            MakerName.Of(account.Vendor),
            UnlockRules.YearlyLimitAt(account.Vendor) is { } most ? language.Say(PageTexts.UnlockAskedOf, asked, most) : language.Count(PageTexts.UnlockAskedTimes, asked),
            next <= moments.Now ? null : moments.Of(next));
    }
}

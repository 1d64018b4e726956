using Espero.Operations.V1;
using Espero.Orchestrator.Answers;
using Espero.Orchestrator.Catalog.Verdicts;
using Espero.Orchestrator.Jobs.Unlocks;
using Google.Protobuf.WellKnownTypes;

namespace Espero.Orchestrator.Operations;

/// <summary>What people and programs ask about unlocking: accounts at makers, what to ask for, what came of it.</summary>
internal sealed class UnlockCalls(
    UnlockReader reader, UnlockAccountReader book, UnlockAccountStore accounts, UnlockRequestStore requests, UnlockCodeStore codes,
    TimeProvider time)
{
    private const uint MaxDays = 36500; // as good as for ever
    private const int MaxPageSize = 1000;

    public async Task<Answer<ListUnlockAccountsResponse>> ListAccountsAsync(
        ListUnlockAccountsRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var found = await book.ListAsync(cancellationToken);
        return new ListUnlockAccountsResponse { Accounts = { found.Select(account => UnlockMapping.ToProto(account, time.GetUtcNow())) } };
    }

    public async Task<Answer<AddUnlockAccountResponse>> AddAccountAsync(
        AddUnlockAccountRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var added = await accounts.AddAsync(request.Vendor, request.Name, request.AddedBy, cancellationToken);
        return added.Then(accountId => new AddUnlockAccountResponse { AccountId = accountId.ToString() });
    }

    public async Task<Answer<CloseUnlockAccountResponse>> CloseAccountAsync(
        CloseUnlockAccountRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var accountId = RequestReader.Id("account_id", request.AccountId);
        if (!accountId.IsGranted)
        {
            return accountId.Refusal;
        }

        var closed = await accounts.CloseAsync(accountId.Value, request.ClosedBy, cancellationToken);
        return closed.Then(_ => new CloseUnlockAccountResponse());
    }

    public async Task<Answer<PlanUnlocksResponse>> PlanAsync(PlanUnlocksRequest request, Caller caller, CancellationToken cancellationToken)
    {
        if (request.PageSize > MaxPageSize)
        {
            return PageRefusals.Size(MaxPageSize);
        }

        var size = request.PageSize == 0 ? MaxPageSize : (int)request.PageSize;
        var site = RequestReader.NullIfEmpty(request.SiteId);
        var turns = await reader.PlanAsync(site, cancellationToken);
        var open = await reader.ListOpenAsync(site, cancellationToken);
        var given = await codes.ListAsync(site, cancellationToken);
        var until = request.Days == 0 ? DateTimeOffset.MaxValue : time.GetUtcNow().AddDays(Math.Min(request.Days, MaxDays));
        var soon = turns.Where(turn => turn.Turn.At is null || turn.Turn.At <= until).ToArray();
        return new PlanUnlocksResponse
        {
            LaterTurns = (uint)(turns.Count - soon.Length),
            Turns = { soon.Take(size).Select(turn => UnlockMapping.ToProto(turn, caller, time)) },
            MoreTurns = (uint)Math.Max(0, soon.Length - size),
            Requests = { open.Take(size).Select(UnlockMapping.ToProto) },
            MoreRequests = (uint)Math.Max(0, open.Count - size),
            Codes = { given.Select(UnlockMapping.ToProto) },
        };
    }

    public async Task<Answer<RecordUnlockRequestResponse>> AskedAsync(
        RecordUnlockRequestRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var phoneId = RequestReader.Id("phone_id", request.PhoneId);
        var accountId = RequestReader.NullIfEmpty(request.AccountId) is { } typed ? RequestReader.Id("account_id", typed) : null;
        if ((phoneId.Refusal ?? accountId?.Refusal) is { } refusal)
        {
            return refusal;
        }

        var wish = new UnlockWish(phoneId.Value, accountId?.Value, request.AskedBy, request.DueAt?.ToDateTimeOffset(), request.AlreadyAsked);
        var due = await requests.AskedAsync(wish, cancellationToken);
        return due.Then(at => new RecordUnlockRequestResponse { DueAt = at.ToTimestamp() });
    }

    public async Task<Answer<RecordUnlockAnswerResponse>> AnsweredAsync(
        RecordUnlockAnswerRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var phoneId = RequestReader.Id("phone_id", request.PhoneId);
        if (!phoneId.IsGranted)
        {
            return phoneId.Refusal;
        }

        if (UnlockMapping.FromProto(request.Answer) is not { } outcome)
        {
            return RequestSentences.NoUnlockAnswer();
        }

        var code = UnlockMapping.CodeOf(request);
        if (code is not null && outcome is UnlockOutcome.Refused)
        {
            return UnlockRefusals.CodeOfRefusal();
        }

        var recorded = code is null
            ? await requests.AnsweredAsync(phoneId.Value, outcome, request.RecordedBy, cancellationToken)
            : await codes.GivenAsync(phoneId.Value, code, request.RecordedBy, cancellationToken);
        return recorded.Then(follows => new RecordUnlockAnswerResponse { Sentence = follows.In(caller.Language) });
    }

    public async Task<Answer<TakeBackUnlockCodeResponse>> TakeBackAsync(
        TakeBackUnlockCodeRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var phoneId = RequestReader.Id("phone_id", request.PhoneId);
        if (!phoneId.IsGranted)
        {
            return phoneId.Refusal;
        }

        var taken = await codes.TakeBackAsync(phoneId.Value, request.TakenBackBy, cancellationToken);
        return taken.Then(_ => new TakeBackUnlockCodeResponse());
    }
}

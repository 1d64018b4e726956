using Espero.Operations.V1;
using Espero.Orchestrator.Catalog.Verdicts;
using Espero.Orchestrator.Domain.Unlocking;
using Espero.Orchestrator.Jobs.Unlocks;
using Google.Protobuf.WellKnownTypes;

namespace Espero.Orchestrator.Operations;

/// <summary>The account book as the API says it.</summary>
internal static class UnlockMapping
{
    public static Espero.Operations.V1.UnlockAccount ToProto(UnlockAccountView account, DateTimeOffset now) => new()
    {
        AccountId = account.AccountId.ToString(),
        Vendor = account.Vendor,
        Name = account.Name,
        AddedBy = account.AddedBy,
        AskedAt = { account.Asked.Select(asked => asked.At.ToTimestamp()) },
        NextAllowedAt = account.NextAllowed(now).ToTimestamp(),
        Maker = MakerName.Of(account.Vendor),
    };

    public static Espero.Operations.V1.UnlockTurn ToProto(UnlockTurnView turn, Caller caller, TimeProvider time) => new()
    {
        JobId = turn.Job.JobId.ToString(),
        PhoneId = turn.Job.PhoneId.ToString(),
        PhoneLabel = turn.Job.PhoneLabel,
        Model = turn.Job.Model,
        SiteId = turn.Job.SiteId,
        Vendor = turn.Turn.Rule.Vendor,
        AccountId = turn.Turn.AccountId?.ToString() ?? "",
        AccountName = turn.AccountName ?? "",
        NotBefore = turn.Turn.At?.ToTimestamp(),
        Sentence = UnlockSentences.Of(turn, time).In(caller.Language),
        Maker = turn.Turn.Rule.MakerName,
    };

    public static UnlockRequest ToProto(UnlockRequestView request) => new()
    {
        RequestId = request.RequestId.ToString(),
        PhoneId = request.PhoneId.ToString(),
        Vendor = request.Vendor,
        AccountName = request.AccountName ?? "",
        AskedBy = request.AskedBy,
        AskedAt = request.AskedAt.ToTimestamp(),
        DueAt = request.DueAt.ToTimestamp(),
        PhoneLabel = request.PhoneLabel,
        Maker = request.Maker,
        Overdue = request.IsOverdue,
    };

    public static UnlockCode ToProto(UnlockCodeView code) => new()
    {
        PhoneId = code.PhoneId.ToString(),
        PhoneLabel = code.PhoneLabel,
        GivenBy = code.GivenBy,
        GivenAt = code.GivenAt.ToTimestamp(),
    };

    /// <summary>Null when nothing was given with the answer.</summary>
    public static GivenCode? CodeOf(RecordUnlockAnswerRequest request) => request.GivenCase switch
    {
        RecordUnlockAnswerRequest.GivenOneofCase.Code => GivenCode.Letters(request.Code),
        RecordUnlockAnswerRequest.GivenOneofCase.TokenFile => GivenCode.File(request.TokenFile.Memory),
        _ => null,
    };

    /// <summary>Null when nothing was said.</summary>
    public static UnlockOutcome? FromProto(UnlockAnswer answer) => answer switch
    {
        UnlockAnswer.Given => UnlockOutcome.Given,
        UnlockAnswer.Refused => UnlockOutcome.Refused,
        _ => null,
    };
}

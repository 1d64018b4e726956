using Espero.Operations.V1;
using Espero.Orchestrator.Answers;
using Espero.Orchestrator.Catalog.Verdicts;
using FreedomAnswer = Espero.Orchestrator.Catalog.Verdicts.FreedomAnswer;
using OfferedSystem = Espero.Orchestrator.Catalog.Verdicts.OfferedSystem;
using Verdict = Espero.Orchestrator.Catalog.Verdicts.Verdict;
using VerdictReason = Espero.Operations.V1.VerdictReason;

namespace Espero.Orchestrator.Operations;

/// <summary>What people and programs ask about models: can it be freed?</summary>
internal sealed class VerdictCalls(VerdictDesk desk)
{
    public async Task<Answer<GetVerdictResponse>> GetAsync(GetVerdictRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var verdict = await FindAsync(request, cancellationToken);
        return verdict.Then(found => new GetVerdictResponse { Verdict = ToProto(found, caller) });
    }

    private async Task<Answer<Verdict>> FindAsync(GetVerdictRequest request, CancellationToken cancellationToken)
    {
        if (request.PhoneId.Length == 0)
        {
            return await desk.OfModelAsync(request.Model, cancellationToken);
        }

        var phoneId = RequestReader.Id("phone_id", request.PhoneId);
        return phoneId.IsGranted ? await desk.OfPhoneAsync(phoneId.Value, cancellationToken) : phoneId.Refusal;
    }

    private static Espero.Operations.V1.Verdict ToProto(Verdict verdict, Caller caller) => new()
    {
        Answer = ToProto(verdict.Answer),
        Sentence = verdict.Whole.In(caller.Language),
        Model = verdict.Model,
        Title = verdict.Title,
        Systems = { verdict.Systems.Select(ToProto) },
        Hands = { verdict.Hands.Select(hand => hand.In(caller.Language)) },
        Reasons = { verdict.Reasons.Select(reason => new VerdictReason { Sentence = reason.Sentence.In(caller.Language), Source = string.Join(", ", reason.Sources) }) },
        Code = verdict.Code,
        Candidates = { verdict.Candidates },
        Near = { verdict.Near },
    };

    private static Espero.Operations.V1.FreedomAnswer ToProto(FreedomAnswer answer) => answer switch
    {
        FreedomAnswer.Yes => Espero.Operations.V1.FreedomAnswer.Yes,
        FreedomAnswer.YesWithDelay => Espero.Operations.V1.FreedomAnswer.YesWithDelay,
        FreedomAnswer.OnlyIfUnlocked => Espero.Operations.V1.FreedomAnswer.OnlyIfUnlocked,
        FreedomAnswer.No => Espero.Operations.V1.FreedomAnswer.No,
        FreedomAnswer.Unknown => Espero.Operations.V1.FreedomAnswer.Unknown,
    };

    private static Espero.Operations.V1.OfferedSystem ToProto(OfferedSystem system) => new()
    {
        Name = system.Name,
        Versions = { system.Versions },
        Maintenance = system.IsMaintained switch
        {
            true => Maintenance.Maintained,
            false => Maintenance.Ended,
            null => Maintenance.Unspecified,
        },
        Source = system.Source,
        Ready = system.IsReady,
    };
}

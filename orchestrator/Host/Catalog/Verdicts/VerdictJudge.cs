using Espero.Orchestrator.Domain.Unlocking;
using Espero.Station.Domain.Flashing.Simulation;
using Espero.Station.Recipes.Failures;
using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Words;

namespace Espero.Orchestrator.Catalog.Verdicts;

/// <summary>Judges from what the data sets say of a model, what the catalogue holds for it, and what one phone says of itself.</summary>
internal static class VerdictJudge
{
    public static Verdict Judge(ModelFacts model, VerdictEvidence evidence)
    {
        var way = UnlockWays.Decisive(model);
        var systems = VerdictSystems.Of(model, evidence.Ready);
        var answer = systems.IsEmpty ? FreedomAnswer.No : OfPhone(way, evidence.Phone);
        return new Verdict(answer, Follows(answer, !systems.IsEmpty, way, UnlockWays.RuleOf(model), evidence))
        {
            Model = model.Id,
            Title = model.Title ?? model.Codename,
            Systems = systems,
            Hands = answer is FreedomAnswer.No ? [] : VerdictHands.Of(model, evidence),
            Reasons = systems.IsEmpty ? [VerdictReasons.NoSystem(model)] : VerdictReasons.Of(model, evidence),
        };
    }

    private static FreedomAnswer OfPhone(UnlockFact? way, NotedPhone? phone)
    {
        if (phone?.IsUnlocked is true)
        {
            return FreedomAnswer.Yes;
        }

        var answer = phone is not null && UnlockFacts.Obstacle(phone.Facts) is { Code: FailureCode.UnlockForbidden }
            ? FreedomAnswer.OnlyIfUnlocked
            : OfWay(way);

        // The phone has said that it is locked: to plug it in would tell nothing new.
        return answer is FreedomAnswer.OnlyIfUnlocked && phone?.IsUnlocked is false ? FreedomAnswer.No : answer;
    }

    private static FreedomAnswer OfWay(UnlockFact? way) => way switch
    {
        null or { IsStillOffered: false } or { Way: UnlockWay.None } => FreedomAnswer.OnlyIfUnlocked,
        { Way: UnlockWay.OtherTool } => FreedomAnswer.No,
        { AsksTheMaker: true } => FreedomAnswer.YesWithDelay,
        _ => FreedomAnswer.Yes,
    };

    private static Sentence Follows(FreedomAnswer answer, bool hasSystem, UnlockFact? way, UnlockRule? rule, VerdictEvidence evidence) => answer switch
    {
        FreedomAnswer.YesWithDelay when rule is not null => VerdictSentences.AskFirst(rule, evidence.Account),
        FreedomAnswer.OnlyIfUnlocked when way is null => VerdictSentences.WayUnknown,
        FreedomAnswer.No when hasSystem && evidence.Phone?.IsUnlocked is false =>
            way is null ? VerdictSentences.LockedWayUnknown : VerdictSentences.LockedForGood,
        _ => VerdictSentences.Of(answer),
    };
}

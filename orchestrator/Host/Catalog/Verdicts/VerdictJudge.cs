using System.Collections.Immutable;
using Espero.Orchestrator.Domain.Unlocking;
using Espero.Station.Domain.Flashing.Simulation;
using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Models;

namespace Espero.Orchestrator.Catalog.Verdicts;

/// <summary>Judges from what the data sets say of a model, what the catalogue holds for it, and what one phone says of itself.</summary>
internal static class VerdictJudge
{
    /// <param name="ready">Names of the catalogue's builds for the model.</param>
    /// <param name="phone">Null when the question is about the model.</param>
    public static Verdict Judge(ModelFacts model, IReadOnlyList<string> ready, PhoneFacts? phone)
    {
        ImmutableArray<OfferedSystem> systems = [.. ready.Select(Ready), .. model.Systems.Select(Offered)];
        var (answer, reasons, way) = Answer(model, systems, phone);
        var isWayUnknown = reasons.All(reason => reason.Sentence == VerdictSentences.NoWaySaid);
        var sentence = isWayUnknown ? VerdictSentences.WayUnknown : VerdictSentences.Of(answer, UnlockRules.Of(model.Vendor));
        return new Verdict(answer, sentence)
        {
            Model = model.Id,
            // The one with the maker's name says more than "4".
            Title = model.Names.Select(name => name.Value).MaxBy(name => name.Length) ?? model.Codename,
            Systems = systems,
            Hands = answer is FreedomAnswer.No ? [] : VerdictSentences.Hands(way, UnlockRules.Of(model.Vendor)),
            Reasons = reasons,
        };
    }

    private static (FreedomAnswer Answer, ImmutableArray<VerdictReason> Reasons, UnlockWay? Way) Answer(
        ModelFacts model, ImmutableArray<OfferedSystem> systems, PhoneFacts? phone)
    {
        if (systems.IsEmpty)
        {
            return (FreedomAnswer.No, [new(VerdictSentences.NoSystem, Sources(model))], null);
        }

        if (phone?.Find("getvar.unlocked") == "yes" || phone?.Find("getprop.ro.boot.flash.locked") == "0")
        {
            return (FreedomAnswer.Yes, [new(VerdictSentences.AlreadyUnlocked, VerdictSentences.ThePhone)], null);
        }

        if (phone is not null && UnlockFacts.Obstacle(phone) is { } obstacle)
        {
            var answer = obstacle.Code == Station.Recipes.Failures.FailureCode.UnlockForbidden ? FreedomAnswer.OnlyIfUnlocked : OfWay(model).Answer;
            return (answer, [new(VerdictSentences.Obstacle(obstacle.Code), VerdictSentences.ThePhone), .. OfWay(model).Reasons], OfWay(model).Way);
        }

        return OfWay(model);
    }

    private static (FreedomAnswer Answer, ImmutableArray<VerdictReason> Reasons, UnlockWay? Way) OfWay(ModelFacts model)
    {
        ImmutableArray<VerdictReason> reasons =
            [.. model.Unlocks.Select(unlock => new VerdictReason(VerdictSentences.Way(unlock.Value), unlock.Origin.ToString())).Distinct()];
        if (Strictest(model) is not { } way)
        {
            return (FreedomAnswer.OnlyIfUnlocked, [new(VerdictSentences.NoWaySaid, Sources(model))], null);
        }

        var answer = way switch
        {
            { IsStillOffered: false } or { Way: UnlockWay.None } => FreedomAnswer.OnlyIfUnlocked,
            { Way: UnlockWay.OtherTool } => FreedomAnswer.No,
            { Way: UnlockWay.VendorCode or UnlockWay.VendorFile or UnlockWay.VendorAccount } => FreedomAnswer.YesWithDelay,
            _ => FreedomAnswer.Yes,
        };
        return (answer, reasons, way.Way);
    }

    // A set that only knows the command does not know whom to ask first: who demands more knows more. A tool of its own is the last
    // word only where nobody knows another way.
    private static UnlockFact? Strictest(ModelFacts model) => model.Unlocks
        .Select(unlock => unlock.Value)
        .OrderByDescending(unlock => unlock.Way is not UnlockWay.OtherTool)
        .ThenBy(unlock => unlock.IsStillOffered)
        .ThenByDescending(unlock => unlock.Way)
        .FirstOrDefault();

    private static string Sources(ModelFacts model) => string.Join(", ", model.Origins.Select(origin => origin.DataSet).Distinct());

    private static OfferedSystem Ready(string name) => new(name, [], IsMaintained: null, "espero", IsReady: true);

    private static OfferedSystem Offered(Sourced<SystemFact> system) => new(
        system.Value.Name, system.Value.Versions, system.Value.IsMaintained, system.Origin.ToString(), IsReady: false);
}

using System.Collections.Immutable;
using Espero.Plan.V1;
using Espero.Station.Recipes.Asks;
using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Vocabulary;

namespace Espero.Orchestrator.Catalog.Verdicts;

/// <summary>What the catalogue's own plans say of a model that no data set knows: how they unlock it, and nothing else.</summary>
internal static class PlannedModel
{
    private const string DataSet = VerdictSentences.OurCatalogue;

    /// <param name="id">"vendor/codename".</param>
    /// <param name="plans">Each with the name of its recipe.</param>
    public static ModelFacts Of(string id, ImmutableArray<(string Recipe, Plan.V1.Plan Plan)> plans)
    {
        var (vendor, codename) = id.Split('/') is [var maker, var code] ? (maker, code) : ("", id);
        return new ModelFacts
        {
            Vendor = vendor,
            Codename = codename,
            Origins = [new(DataSet, "catalogue")],
            Unlocks = [.. plans.Select(Said).OfType<Sourced<UnlockFact>>()],
        };
    }

    // A plan without a step for it is for phones that somebody has unlocked: how, it does not say.
    private static Sourced<UnlockFact>? Said((string Recipe, Plan.V1.Plan Plan) stored) =>
        WayOf([.. stored.Plan.AllSteps()]) is { } way ? new(new UnlockFact(way), new Origin(DataSet, stored.Recipe)) : null;

    private static UnlockWay? WayOf(ImmutableArray<Step> steps)
    {
        ImmutableArray<Unlock.Types.Method> methods = [.. steps.Select(step => step.Unlock).OfType<Unlock>().Select(unlock => unlock.Method)];
        var asksTheMaker = steps.Any(step => step.Ask is { } ask
            && (ask.SentenceCode == AskCodes.UnlockAsMakerSays || ask.Needs.Contains(Ask.Types.Need.Account)));
        return methods.Contains(Unlock.Types.Method.Code) ? UnlockWay.VendorCode
            : methods.Contains(Unlock.Types.Method.TokenFile) ? UnlockWay.VendorFile
            : asksTheMaker ? UnlockWay.VendorAccount
            : methods.IsEmpty ? null
            : UnlockWay.Command;
    }
}

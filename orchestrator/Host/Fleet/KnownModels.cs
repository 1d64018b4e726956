using Espero.Plan.V1;
using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Facts;

namespace Espero.Orchestrator.Fleet;

/// <summary>How to tell each model of the catalogue, as the catalogue was at one version.</summary>
internal sealed class KnownModels
{
    public static readonly KnownModels None = new((-1, null), []);

    private readonly (string Model, IReadOnlyList<FactTest> Identity)[] _models;

    private KnownModels((long, DateTimeOffset?) version, (string, IReadOnlyList<FactTest>)[] models) => (Version, _models) = (version, models);

    public (long Count, DateTimeOffset? Newest) Version { get; }

    /// <param name="plans">Vendor and codename, and the bytes of a plan for it.</param>
    public static KnownModels Read((long, DateTimeOffset?) version, IEnumerable<(string Model, byte[] Plan)> plans) => new(
        version,
        [.. plans.Select(plan => (plan.Model, (IReadOnlyList<FactTest>)IdentityOf(plan.Plan)))]);

    /// <summary>The one model whose every test holds; null when there is none, or more than one.</summary>
    public string? Find(PhoneFacts facts)
    {
        string[] fitting =
        [
            .. _models.Where(model => FactJudge.JudgeAll(model.Identity, facts) is Verdict.Holds && IdentityRule.IsMet(model.Identity)).Select(model => model.Model),
        ];
        return fitting is [var only] ? only : null;
    }

    // One plan that cannot be read names no model; it must not break the link of every station that shows a phone.
    private static FactTest[] IdentityOf(byte[] plan)
    {
        try
        {
            return [.. Plan.V1.Plan.Parser.ParseFrom(plan).Model?.Identity ?? []];
        }
        catch (Google.Protobuf.InvalidProtocolBufferException)
        {
            return [];
        }
    }
}

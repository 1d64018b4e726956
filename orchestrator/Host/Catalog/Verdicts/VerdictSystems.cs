using System.Collections.Immutable;
using System.Globalization;
using Espero.Station.Recipes.Models;

namespace Espero.Orchestrator.Catalog.Verdicts;

/// <summary>The systems that a model can get: ours, and each that a data set offers, once.</summary>
internal static class VerdictSystems
{
    public static ImmutableArray<OfferedSystem> Of(ModelFacts model, IReadOnlyList<string> ready) =>
    [
        .. ready.Select(name => new OfferedSystem(name, [], IsMaintained: null, VerdictSentences.OurCatalogue, IsReady: true)),
        .. model.Systems.GroupBy(system => system.Value.Name, StringComparer.Ordinal).Select(Merge),
    ];

    // One file a variant: for people it is one system, maintained where any variant is.
    private static OfferedSystem Merge(IGrouping<string, Sourced<SystemFact>> variants) => new(
        variants.Key,
        Ordered([.. variants.SelectMany(variant => variant.Value.Versions).Distinct(StringComparer.Ordinal)]),
        variants.Select(variant => variant.Value.IsMaintained).Max(),
        SourceOf([.. variants.Select(variant => variant.Origin)]),
        IsReady: false);

    // Of several files the data sets are enough; the reasons name the files.
    private static string SourceOf(ImmutableArray<Origin> origins) =>
        origins is [var only] ? only.ToString() : string.Join(", ", origins.Select(origin => origin.DataSet).Distinct(StringComparer.Ordinal));

    private static ImmutableArray<string> Ordered(ImmutableArray<string> versions) =>
        versions.All(version => Number(version) is not null) ? [.. versions.OrderBy(Number)] : versions;

    private static decimal? Number(string version) =>
        decimal.TryParse(version, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}

using System.Collections.Immutable;
using Espero.Plan.V1;
using Espero.Station.Recipes.Facts;

namespace Espero.Station.Domain.Rehearsing;

/// <summary>What of a plan decides how its twin and its mutants look.</summary>
internal static class PlanParts
{
    /// <summary>With their fallbacks.</summary>
    public static ImmutableArray<Step> Steps(Plan.V1.Plan plan) => [.. plan.Steps.SelectMany(Flatten)];

    /// <summary>What a step writes or clears, without the slot's suffix; null for all others.</summary>
    public static string? PartitionOf(Step step) =>
        step.Flash?.Partition ?? step.Erase?.Partition ?? step.Format?.Partition ?? step.Logical?.Partition;

    public static bool UsesSuper(ImmutableArray<Step> steps) =>
        steps.Any(step => step.Logical is not null || step.Super is not null || PartitionOf(step) == "super");

    public static bool Unlocks(Plan.V1.Plan plan) => plan.Steps.Any(Unlocks);

    /// <summary>By itself or by one of its fallbacks.</summary>
    public static bool Unlocks(Step step) => Flatten(step).Any(part => part.Unlock is not null);

    /// <summary>What a plan asks of the Android version beneath its build.</summary>
    public static IEnumerable<FactTest> AndroidTests(Plan.V1.Plan plan) => plan.Requirements
        .Concat(plan.Steps.Where(step => step.Assert is not null).SelectMany(step => step.Assert.Tests))
        .Where(test => test.Fact == FactName.AndroidVersion);

    /// <summary>Whether anything in the plan asks for a fact: its model, its requirements, its assertions.</summary>
    public static bool Asks(Plan.V1.Plan plan, string fact) => plan.Model.Identity
        .Concat(plan.Requirements)
        .Concat(Steps(plan).Where(step => step.Assert is not null).SelectMany(step => step.Assert.Tests))
        .Any(test => test.Fact == fact);

    private static IEnumerable<Step> Flatten(Step step) => step.Fallback.SelectMany(Flatten).Prepend(step);
}

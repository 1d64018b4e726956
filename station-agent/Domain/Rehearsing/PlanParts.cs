using System.Collections.Immutable;
using Espero.Plan.V1;
using Espero.Station.Recipes.Facts;
using Espero.Station.Recipes.Vocabulary;

namespace Espero.Station.Domain.Rehearsing;

/// <summary>What of a plan decides how its twin and its mutants look.</summary>
internal static class PlanParts
{
    /// <summary>What a step writes or clears, without the slot's suffix; null for all others.</summary>
    public static string? PartitionOf(Step step) =>
        step.Flash?.Partition ?? step.Erase?.Partition ?? step.Format?.Partition ?? step.Logical?.Partition;

    public static bool UsesSuper(ImmutableArray<Step> steps) =>
        steps.Any(step => step.Logical is not null || step.Super is not null || PartitionOf(step) == "super");

    public static bool Unlocks(Plan.V1.Plan plan) => plan.Steps.Any(Unlocks);

    /// <summary>By itself or by one of its fallbacks.</summary>
    public static bool Unlocks(Step step) => step.Unlock is not null || step.Fallback.Any(Unlocks);

    /// <summary>Whether the plan writes the recovery that it later talks to.</summary>
    public static bool BringsRecovery(Plan.V1.Plan plan) =>
        plan.AllSteps().Any(step => step.BootImage is not null || step.Flash?.Partition.ToLowerInvariant() is "recovery" or "boot" or "vendor_boot");

    /// <summary>Every test of an assertion, fallbacks included.</summary>
    public static IEnumerable<FactTest> Asserted(Plan.V1.Plan plan) =>
        plan.AllSteps().Where(step => step.Assert is not null).SelectMany(step => step.Assert.Tests);

    /// <summary>What a plan asks of the Android version beneath its build.</summary>
    public static IEnumerable<FactTest> AndroidTests(Plan.V1.Plan plan) => plan.Requirements
        .Concat(Asserted(plan))
        .Where(test => test.Fact == FactName.AndroidVersion);

    /// <summary>Whether anything in the plan asks for a fact: its model, its requirements, its assertions.</summary>
    public static bool Asks(Plan.V1.Plan plan, string fact) => plan.Model.Identity
        .Concat(plan.Requirements)
        .Concat(Asserted(plan))
        .Any(test => test.Fact == fact);
}

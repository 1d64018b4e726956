using Espero.Plan.V1;

namespace Espero.Station.Recipes.Vocabulary;

/// <summary>Every step that a plan may carry out: a fallback is a step like any other.</summary>
public static class PlanSteps
{
    /// <summary>In the order of the plan; each step stands before its fallbacks, at any depth.</summary>
    public static IEnumerable<Step> AllSteps(this Plan.V1.Plan plan) => plan.Steps.WithFallbacks();

    /// <summary>The same for a part of a plan.</summary>
    public static IEnumerable<Step> WithFallbacks(this IEnumerable<Step> steps) =>
        steps.SelectMany(step => step.Fallback.WithFallbacks().Prepend(step));
}

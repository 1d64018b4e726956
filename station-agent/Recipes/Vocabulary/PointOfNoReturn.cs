using Espero.Plan.V1;

namespace Espero.Station.Recipes.Vocabulary;

/// <summary>The place in a plan that nothing passes without a release for the very phone.</summary>
public static class PointOfNoReturn
{
    /// <summary>
    /// Whether the step's own verb can lose data. Its fallbacks are steps of their own and are asked one by one. A step without a
    /// verb that is known here counts as behind: what nobody understands is never harmless.
    /// </summary>
    public static bool IsBehind(Step step) => !VerbCatalogue.TryFind(step, out var verb) || verb.LosesData;

    /// <summary>Whether the step or any step it may fall back to can lose data.</summary>
    public static bool LeadsBehind(Step step) => IsBehind(step) || step.Fallback.Any(LeadsBehind);
}

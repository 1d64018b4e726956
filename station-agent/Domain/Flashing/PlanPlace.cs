using System.Collections.Immutable;
using Espero.Plan.V1;

namespace Espero.Station.Domain.Flashing;

/// <summary>How far a run over a plan has come.</summary>
/// <param name="Past">What was begun and has ended, in order.</param>
/// <param name="Ahead">What is next: the rest of the plan, behind what is left of a fallback that was taken.</param>
public sealed record PlanPlace(ImmutableArray<PastStep> Past, ImmutableArray<Step> Ahead)
{
    /// <summary>Before the first step.</summary>
    public static PlanPlace Start(Plan.V1.Plan plan) => new([], [.. plan.Steps]);
}

using System.Collections.Immutable;
using Espero.Station.Domain.Flashing.Preflight;
using Espero.Station.Domain.Flashing.Simulation;
using Espero.Station.Recipes.Vocabulary;

namespace Espero.Station.Domain.Flashing;

/// <summary>Which files must be at the station before the point of no return is passed.</summary>
public static class NeededFiles
{
    /// <summary>What the steps read that are ahead and may still run, those of fallbacks too. What is surely passed over reads nothing.</summary>
    public static ImmutableArray<string> Of(PreflightSubject subject) =>
    [
        .. new PlanSimulation(subject).TraceAll()
            .Where(traced => !traced.IsPassedOver)
            .SelectMany(traced => StepFiles.ReadBy(traced.Step))
            .Distinct(StringComparer.Ordinal),
    ];
}

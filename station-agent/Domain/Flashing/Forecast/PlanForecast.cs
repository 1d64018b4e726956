using System.Collections.Immutable;
using Espero.Station.Domain.Flashing.Preflight;
using Espero.Station.Domain.Flashing.Simulation;
using Espero.Station.Recipes.Vocabulary;

namespace Espero.Station.Domain.Flashing.Forecast;

/// <summary>A plan as it would go on one phone: what is moved, how long it takes, and where the point of no return is.</summary>
/// <param name="RecipeName">The recipe's name.</param>
/// <param name="Steps">In order, those included that are passed over.</param>
public sealed record PlanForecast(string RecipeName, ImmutableArray<ForecastStep> Steps)
{
    /// <summary>The first step that can lose data; null when none can.</summary>
    public string? PointOfNoReturnStepId => Steps.FirstOrDefault(step => step.LosesData && !step.IsPassedOver)?.StepId;

    public ulong TotalBytes => Steps.Aggregate(0UL, (sum, step) => sum + step.Bytes);

    public TimeSpan TotalTime => Steps.Aggregate(TimeSpan.Zero, (sum, step) => sum + step.Time);

    /// <summary>Rounded up, and at least 1: a person plans with it.</summary>
    public int TotalMinutes => (int)Math.Max(1, Math.Ceiling(TotalTime.TotalMinutes));

    /// <summary>Forecasts a plan, whether or not the preflight would refuse it.</summary>
    public static PlanForecast Of(PreflightSubject subject, TransferRates rates)
    {
        var times = new StepTimes(subject, rates);
        return new PlanForecast(
            subject.Plan.RecipeName,
            [
                .. new PlanSimulation(subject).Trace().Select(traced =>
                {
                    var (bytes, time) = traced.IsPassedOver ? (0UL, TimeSpan.Zero) : times.Of(traced.Step, traced.Before.Mode);
                    var losesData = PointOfNoReturn.IsBehind(traced.Step);
                    return new ForecastStep(traced.Step.Id, StepSentence.Of(traced.Step), bytes, time, losesData, traced.IsPassedOver);
                }),
            ]);
    }
}

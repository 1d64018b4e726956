using Espero.Station.Recipes.Words;

namespace Espero.Station.Domain.Flashing.Forecast;

/// <summary>One step of a plan as people read it.</summary>
/// <param name="StepId">As in the plan.</param>
/// <param name="What">What is done, without a full stop.</param>
/// <param name="Bytes">What is moved; 0 when nothing is.</param>
/// <param name="Time">How long it usually takes; zero when it is passed over.</param>
/// <param name="LosesData">It stands behind the point of no return.</param>
/// <param name="IsPassedOver">Its condition does not hold on this phone.</param>
public sealed record ForecastStep(string StepId, Sentence What, ulong Bytes, TimeSpan Time, bool LosesData, bool IsPassedOver);

using Espero.Plan.V1;

namespace Espero.Station.Domain.Flashing.Simulation;

/// <summary>One step of a simulated plan, with the phone as the step finds it.</summary>
internal readonly record struct TracedStep(Step Step, PhoneSimulation Before, bool IsPassedOver);

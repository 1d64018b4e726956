using Espero.Plan.V1;

namespace Espero.Station.Domain.Flashing.Simulation;

/// <summary>What no fact tells yet. It is not against the plan, but must be checked again once the phone is in the mode.</summary>
/// <param name="StepId">The step before which to look again.</param>
/// <param name="Mode">Where the phone will tell; unspecified when only the step itself will show.</param>
/// <param name="Detail">What is open, in English.</param>
public sealed record OpenQuestion(string StepId, PhoneMode Mode, string Detail);

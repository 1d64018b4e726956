using System.Collections.Immutable;
using Espero.Station.Domain.Flashing.Simulation;

namespace Espero.Station.Domain.Flashing.Preflight;

/// <summary>What a preflight found.</summary>
/// <param name="Refusals">Every reason against the plan, most basic first; empty when all checks hold.</param>
/// <param name="Later">What is not known yet. The plan is checked again when the phone is in that mode, before the step.</param>
public sealed record PreflightReport(ImmutableArray<Refusal> Refusals, ImmutableArray<OpenQuestion> Later)
{
    public bool IsClear => Refusals.IsEmpty;
}

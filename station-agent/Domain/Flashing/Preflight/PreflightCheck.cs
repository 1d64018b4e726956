using System.Collections.Immutable;
using Espero.Station.Domain.Flashing.Simulation;

namespace Espero.Station.Domain.Flashing.Preflight;

/// <summary>
/// Carries a whole plan out on a simulation of the phone, before the point of no return. What the phone does not say is never taken
/// for good where a wrong guess could cost the phone: identity, slots and roll-back must be known. Lock state, battery, update state
/// and sizes, which old bootloaders keep to themselves, may be missing; the phone then refuses by itself.
/// </summary>
public static class PreflightCheck
{
    /// <summary>Every reason against the plan, what endangers people first, then the most basic; empty when all checks hold.</summary>
    public static ImmutableArray<Refusal> Run(PreflightSubject subject) => Look(subject).Refusals;

    /// <summary>Every reason against the plan, and what only a later mode will tell.</summary>
    public static PreflightReport Look(PreflightSubject subject)
    {
        var findings = new PlanSimulation(subject).Run();
        var later = LaterFacts.Of(subject);
        return new PreflightReport(
            [
                .. BatteryCheck.Alarms(subject.Facts) // whoever hears one reason only must hear this one
                    .Concat(VerbCheck.Run(subject))
                    .Concat(ForbiddenPartitionCheck.Run(subject))
                    .Concat(IdentityCheck.Run(subject, later))
                    .Concat(BatteryCheck.Run(subject.Facts))
                    .Concat(RequirementCheck.Run(subject, later))
                    .Concat(RollbackCheck.Run(subject, later))
                    .Concat(findings.Refusals)
                    .Concat(DiskCheck.Run(subject))
                    .Concat(StationCheck.Run(subject))
                    .Distinct(),
            ],
            [.. later.Questions().Concat(findings.Open).Distinct()]);
    }
}

using System.Collections.Immutable;

namespace Espero.Station.Domain.Flashing.Preflight;

/// <summary>
/// Checks a whole plan against a phone that is in its bootloader, before the point of no return. What the phone does not say is
/// never taken for good where a wrong guess could cost the phone: identity and slots must be known. Lock state, battery, update
/// state and sizes, which old bootloaders keep to themselves, may be missing; the phone then refuses by itself.
/// </summary>
public static class PreflightCheck
{
    /// <summary>Every reason against the plan, most basic first; empty when all checks hold.</summary>
    public static ImmutableArray<Refusal> Run(PreflightSubject subject) =>
    [
        .. VerbCheck.Run(subject)
            .Concat(IdentityCheck.Run(subject))
            .Concat(StateCheck.Run(subject))
            .Concat(PartitionCheck.Run(subject))
            .Concat(DiskCheck.Run(subject))
            .Distinct(),
    ];
}

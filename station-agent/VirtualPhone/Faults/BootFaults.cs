using System.Collections.Immutable;
using static Espero.VirtualPhone.Faults.FaultCatalogue;

namespace Espero.VirtualPhone.Faults;

/// <summary>After everything is written.</summary>
internal static class BootFaults
{
    public static ImmutableArray<FailureOnDemand> All { get; } =
    [
        OfPhone("boot-failed", "The system never starts; tries are spent, then the bootloader is back.", Does(Misbehaviour.NeverStarts)),
        OfPhone("wrong-system-booted", "The system that starts is the delivered one.", Does(Misbehaviour.StartsOldSystem)),
        OfPhone("data-not-wiped", "Wipes are answered with OKAY, and the owner's data stays.", Does(Misbehaviour.IgnoresWipes)),
    ];
}

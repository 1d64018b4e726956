using System.Collections.Immutable;
using static Espero.VirtualPhone.Faults.FaultCatalogue;

namespace Espero.VirtualPhone.Faults;

/// <summary>What the bootloader allows.</summary>
internal static class LockFaults
{
    private static readonly ConditionFault Locked = new() { Unlocked = false };

    public static ImmutableArray<FailureOnDemand> All { get; } =
    [
        OfPhone("bootloader-locked", "The bootloader is locked; it can be unlocked.", Locked),
        OfPhone(
            "oem-unlock-not-allowed",
            "The bootloader is locked, and its owner has not allowed unlocking in the settings.",
            new ConditionFault { Unlocked = false, UnlockAllowed = false }),
        OfPhone(
            "unlock-forbidden",
            "The bootloader is locked; its owner has allowed unlocking, but the carrier has not.",
            Locked,
            Does(Misbehaviour.IsCarrierLocked)),
        OfPhone(
            "vendor-token-needed",
            "The bootloader is locked and wants a code of its maker.",
            Locked,
            Refuses("flashing unlock", "Token verification failed"),
            Refuses("oem unlock", "Token verification failed")),
        OfPhone("prompt-not-confirmed", "Unlocking waits for keys that nobody presses.", Locked, Does(Misbehaviour.IgnoresLock)),
        OfPhone(
            "relock-refused",
            "The bootloader is open but could not be opened again once locked.",
            new ConditionFault { Unlocked = true, UnlockAllowed = false }),
        OfPhone(
            "lock-did-not-take",
            "Locking is answered with OKAY, and the bootloader stays open.",
            new ConditionFault { Unlocked = true },
            Does(Misbehaviour.IgnoresLock)),
    ];
}

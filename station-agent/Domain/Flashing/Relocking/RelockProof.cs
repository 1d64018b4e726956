namespace Espero.Station.Domain.Flashing.Relocking;

/// <summary>What must be proven before a phone is locked: a phone locked wrongly is lost.</summary>
public enum RelockProof
{
    /// <summary>The phone could be unlocked again: its bootloader says that it allows it.</summary>
    UnlockAbility,

    /// <summary>No step and no image switches a check of verified boot off.</summary>
    ChecksOn,

    /// <summary>Every vbmeta that the plan writes was read, and its signature is whole.</summary>
    Signatures,

    /// <summary>Every image that the plan writes is covered by such a vbmeta, and has the hash that it names.</summary>
    Coverage,

    /// <summary>The phone was given the key that signed them.</summary>
    TrustedKey,

    /// <summary>No image is older than what the phone has kept.</summary>
    RollbackIndexes,

    /// <summary>The slot that starts is the one that was written, whole.</summary>
    Slots,

    /// <summary>The system was seen running once, unlocked.</summary>
    FirstBoot,
}

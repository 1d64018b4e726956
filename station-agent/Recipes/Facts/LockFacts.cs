using System.Collections.Immutable;

namespace Espero.Station.Recipes.Facts;

/// <summary>All by which a phone tells whether its bootloader is locked: each bootloader and each system has a word of its own.</summary>
public static class LockFacts
{
    /// <summary>Most bootloaders' variable, as they are asked for it.</summary>
    public const string Variable = "unlocked";

    public const string Unlocked = $"{FactName.Getvar}.{Variable}";

    /// <summary>Motorola's bootloaders say it in this one only.</summary>
    public const string SecureState = $"{FactName.Getvar}.securestate";

    public const string FlashLocked = $"{FactName.Getprop}.ro.boot.flash.locked";

    public const string DeviceState = $"{FactName.Getprop}.ro.boot.vbmeta.device_state";

    /// <summary>The developer options' switch: "1" lets the bootloader be opened, and lets download mode take what is not the maker's.</summary>
    public const string Switch = $"{FactName.Getprop}.sys.oem_unlock_allowed";

    /// <summary>A colour: "orange" is open; a closed one has several.</summary>
    public const string VerifiedBootState = $"{FactName.Getprop}.ro.boot.verifiedbootstate";

    /// <summary>What each says of an open and of a closed bootloader.</summary>
    public static readonly ImmutableArray<(string Fact, string Open, string Closed)> Words =
    [
        (Unlocked, "yes", "no"),
        (SecureState, "flashing_unlocked", "flashing_locked"),
        (SecureState, "unlocked", "locked"),
        (SecureState, "unlocked", "oem_locked"),
        (FlashLocked, "0", "1"),
        (DeviceState, "unlocked", "locked"),
    ];

    /// <summary>All of them by name, as the bootloader, fastbootd and the system tell them.</summary>
    public static readonly ImmutableArray<string> Names =
    [
        .. Words.Select(word => word.Fact)
            .Append(VerifiedBootState)
            .SelectMany(fact => (string[])[fact, FactName.InFastbootd(fact)])
            .Distinct(),
    ];

    /// <summary>What a fact says when the bootloader is open.</summary>
    public static ImmutableArray<string> OpenValues(string fact) =>
        [.. Words.Where(word => word.Fact == fact).Select(word => word.Open).Distinct()];
}

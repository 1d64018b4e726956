using System.Globalization;
using Espero.VirtualPhone.Models;
using Espero.VirtualPhone.State;

namespace Espero.VirtualPhone.Android;

/// <summary>What <c>getprop</c> knows in the system and in the recovery.</summary>
internal static class Properties
{
    public static string Find(PhoneParts parts, string name) =>
        All(parts).Where(property => property.Name == name).Select(property => property.Value).FirstOrDefault() ?? "";

    /// <summary>Every property, by name, as <c>getprop</c> without a name lists them.</summary>
    public static IEnumerable<(string Name, string Value)> All(PhoneParts parts)
    {
        var (model, state) = (parts.Phone.Model, parts.Phone.State);
        var system = state.Current.System ?? model.System;
        (string Name, string Value)[] own =
        [
            ("ro.product.brand", model.Brand),
            ("ro.product.manufacturer", model.Brand),
            ("ro.product.name", model.Product),
            ("ro.product.device", model.Codename),
            ("ro.build.product", model.Codename),
            ("ro.product.model", model.MarketName),
            ("ro.product.board", model.Product),
            ("ro.hardware", model.Product),
            ("ro.product.cpu.abi", "arm64-v8a"),
            ("ro.serialno", state.Serial),
            ("ro.boot.serialno", state.Serial),
            ("ro.bootloader", model.BootloaderVersion),
            ("gsm.version.baseband", model.BasebandVersion),
            ("ro.build.fingerprint", system.Fingerprint),
            ("ro.build.version.release", system.Version),
            ("ro.build.version.security_patch", system.SecurityPatch),
            ("ro.build.date.utc", system.BuiltAtUnixSeconds.ToString(CultureInfo.InvariantCulture)),
            ("ro.build.type", "user"),
            ("ro.boot.verifiedbootstate", state.Unlocked ? "orange" : "green"),
            ("ro.boot.flash.locked", state.Unlocked ? "0" : "1"),
            ("ro.boot.vbmeta.device_state", state.Unlocked ? "unlocked" : "locked"),
            ("sys.oem_unlock_allowed", state.UnlockAllowed ? "1" : "0"),
            ("ro.oem_unlock_supported", "1"),
            ("sys.boot_completed", state.Mode == PhoneMode.System ? "1" : ""),
            ("ro.bootmode", state.Mode == PhoneMode.System ? "" : "recovery"),
            ("ro.boot.slot_suffix", model.HasSlots ? $"_{state.CurrentSlot}" : ""),
            ("ro.build.ab_update", model.HasSlots ? "true" : ""),
            ("ro.boot.dynamic_partitions", model.HasFastbootd ? "true" : ""),
            ("ro.virtual_ab.enabled", model.HasFastbootd && model.HasSlots ? "true" : ""),
            ("ro.crypto.state", "encrypted"),
        ];
        var names = new HashSet<string>(StringComparer.Ordinal);
        return parts.Faults.Properties.Reverse().Concat(OfRecovery(model, state)).Concat(model.Properties).Concat(own)
            .Where(property => names.Add(property.Name) && property.Value.Length > 0)
            .OrderBy(property => property.Name, StringComparer.Ordinal);
    }

    // A recovery that somebody built says what it was built as (TWRP: "twrp_" before the codename, and a patch level that nothing is
    // older than); the phone's own says what its system says.
    private static (string Name, string Value)[] OfRecovery(PhoneModel model, PhoneState state) =>
        state is { Mode: PhoneMode.Recovery, RunsOtherRecovery: true }
            ?
            [
                ("ro.product.name", $"twrp_{model.Codename}"),
                ("ro.product.device", $"twrp_{model.Codename}"),
                ("ro.build.product", $"twrp_{model.Codename}"),
                ("ro.product.model", $"TWRP {model.MarketName}"),
                ("ro.build.fingerprint", $"twrp/twrp_{model.Codename}/{model.Codename}:16.1.0/PQ3B/1:eng/test-keys"),
                ("ro.build.version.release", "16.1.0"),
                ("ro.build.version.security_patch", "2099-12-31"),
                ("ro.build.type", "eng"),
            ]
            : [];
}

using System.Collections.Frozen;
using System.Text.Json;

namespace Espero.Orchestrator.Fleet.UnknownModels;

/// <summary>
/// What the facts of a phone tell of its model, and nothing of its owner: only names that are listed here are kept. A list of what
/// is personal would always lack one: the name of its network, of its owner's car, of its operator.
/// </summary>
internal sealed class ModelTraits
{
    private const int LongestValue = 92; // Android's own limit of a property

    // These are the same on every phone of a model, whatever its owner did.
    private static readonly FrozenSet<string> Identifying = FrozenSet.Create(
        StringComparer.Ordinal,
        "getvar.product",
        "getprop.ro.product.brand", "getprop.ro.product.manufacturer", "getprop.ro.product.model", "getprop.ro.product.device",
        "getprop.ro.board.platform", "getprop.ro.soc.manufacturer", "getprop.ro.soc.model", "getprop.ro.chipname",
        "getprop.ro.mediatek.platform");

    // What else the central team needs to add a model: its further names, its age, its slots and its locks.
    private static readonly FrozenSet<string> Telling = FrozenSet.Create(
        StringComparer.Ordinal,
        "getvar.variant", "getvar.hw-revision", "getvar.slot-count", "getvar.is-userspace", "getvar.version-bootloader",
        "getvar.unlocked", "getvar.secure", "getvar.unlock-ability", "getvar.carrier-lock", "getvar.anti",
        "getprop.ro.product.name", "getprop.ro.product.board", "getprop.ro.product.vendor.device", "getprop.ro.product.vendor.model",
        "getprop.ro.build.product", "getprop.ro.hardware", "getprop.ro.boot.hardware", "getprop.ro.boot.hardware.sku",
        "getprop.ro.build.version.release", "getprop.ro.build.version.sdk", "getprop.ro.build.version.security_patch",
        "getprop.ro.boot.slot_suffix", "getprop.ro.boot.dynamic_partitions", "getprop.ro.treble.enabled",
        "getprop.ro.boot.flash.locked", "getprop.ro.boot.verifiedbootstate", "getprop.ro.boot.vbmeta.device_state",
        "getprop.ro.oem_unlock_supported", "getprop.sys.oem_unlock_allowed",
        "usb.vendor-id", "usb.product-id");

    private readonly SortedDictionary<string, string> _kept;

    private ModelTraits(SortedDictionary<string, string> kept, string identity) => (_kept, Identity) = (kept, identity);

    /// <summary>The same for every phone of a model that is in the same mode.</summary>
    public string Identity { get; }

    /// <summary>As a JSON object.</summary>
    public string Json => JsonSerializer.Serialize(_kept);

    /// <summary>Null when the facts tell no model: nothing is kept of such a phone.</summary>
    public static ModelTraits? Of(IReadOnlyDictionary<string, string> facts)
    {
        var kept = new SortedDictionary<string, string>(
            facts.Where(fact => IsListed(fact.Key) && IsValue(fact.Value)).ToDictionary(), StringComparer.Ordinal);
        string[] identifying = [.. kept.Where(fact => Identifying.Contains(fact.Key)).Select(fact => $"{fact.Key}={fact.Value}")];
        return identifying.Length == 0 ? null : new ModelTraits(kept, string.Join('\n', identifying));
    }

    private static bool IsListed(string name) => Identifying.Contains(name) || Telling.Contains(name);

    private static bool IsValue(string value) => value.Length is > 0 and <= LongestValue && !value.Any(char.IsControl);
}

using System.Collections.Frozen;
using Espero.Station.Domain.Flashing.Simulation;
using Espero.Station.Recipes.Facts;

namespace Espero.Orchestrator.Fleet;

/// <summary>
/// Which facts of a phone outlive its unplugging: those that tell its model, its chip and its lock, and nothing of its owner. Only
/// names that are listed here are kept. A list of what is personal would always lack one: the name of its network, of its owner's
/// car, of its operator.
/// </summary>
internal static class KeptFacts
{
    private const int LongestValue = 92; // Android's own limit of a property

    /// <summary>These are the same on every phone of a model, whatever its owner did.</summary>
    public static readonly FrozenSet<string> Identifying = FrozenSet.Create(
        StringComparer.Ordinal,
        "getvar.product",
        "getprop.ro.product.brand", "getprop.ro.product.manufacturer", "getprop.ro.product.model", "getprop.ro.product.device",
        "getprop.ro.board.platform", "getprop.ro.soc.manufacturer", "getprop.ro.soc.model", "getprop.ro.chipname",
        "getprop.ro.mediatek.platform");

    /// <summary>All of them: beside the above its further names, its age, its slots, what forbids it to go back, its locks.</summary>
    public static readonly FrozenSet<string> Names = Identifying.Concat(UnlockFacts.Names).Concat(
    [
        "getvar.variant", "getvar.hw-revision", "getvar.slot-count", "getvar.is-userspace", "getvar.version-bootloader",
        "getvar.secure", "getvar.anti", "getvar.rollback-index", "getvar.security-patch-level",
        "getprop.ro.product.name", "getprop.ro.product.board", "getprop.ro.product.vendor.device", "getprop.ro.product.vendor.model",
        "getprop.ro.lineage.device", "getprop.ro.build.product", "getprop.ro.hardware", "getprop.ro.boot.hardware",
        "getprop.ro.boot.hardware.sku",
        "getprop.ro.build.version.release", "getprop.ro.build.version.sdk", "getprop.ro.build.version.security_patch",
        "getprop.ro.boot.slot_suffix", "getprop.ro.boot.dynamic_partitions", "getprop.ro.treble.enabled",
        "getprop.ro.boot.verifiedbootstate",
        "usb.vendor-id", "usb.product-id",
    ]).ToFrozenSet(StringComparer.Ordinal);

    public static SortedDictionary<string, string> Of(IReadOnlyDictionary<string, string> facts) =>
        new(facts.Where(fact => IsKept(fact.Key) && IsValue(fact.Value)).ToDictionary(), StringComparer.Ordinal);

    public static bool IsKept(string name) => Names.Contains(Plain(name));

    private static bool IsValue(string value) => value.Length is > 0 and <= LongestValue && !value.Any(char.IsControl);

    // One a slot or one a place, and fastbootd's word for what the bootloader says: the same fact.
    private static string Plain(string name)
    {
        var bare = name.Split(':', 2)[0];
        return FactName.SourceOf(bare) == FactName.Fastbootd ? FactName.Getvar + bare[FactName.Fastbootd.Length..] : bare;
    }
}

using System.Collections.Frozen;

namespace Espero.Orchestrator.Domain.Unlocking;

/// <summary>Makers as people write them: "xiaomi" is Xiaomi, "htc" is HTC.</summary>
public static class MakerName
{
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["bq"] = "BQ",
        ["fxtec"] = "F(x)tec",
        ["hmd"] = "HMD",
        ["htc"] = "HTC",
        ["lg"] = "LG",
        ["oneplus"] = "OnePlus",
        ["realme"] = "realme",
        ["zte"] = "ZTE",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <param name="vendor">As in the names of models.</param>
    public static string Of(string vendor) =>
        Names.TryGetValue(vendor, out var name) ? name
        : vendor.Length == 0 ? ""
        : $"{char.ToUpperInvariant(vendor[0])}{vendor[1..]}";
}

using System.Collections.Frozen;
using static Espero.Orchestrator.Domain.Unlocking.UnlockNeed;

namespace Espero.Orchestrator.Domain.Unlocking;

/// <summary>The makers whose phones nobody unlocks without asking them. A maker that is not here lets anybody unlock, or nobody.</summary>
public static class UnlockRules
{
    private static readonly FrozenDictionary<string, UnlockRule> ByVendor = new UnlockRule[]
    {
        new("fairphone", TimeSpan.Zero, [Imei, Serial], []),
        new("htc", TimeSpan.Zero, [Account, UnlockData], []),
        new("lenovo", TimeSpan.FromDays(14), [Serial], []),
        new("motorola", TimeSpan.FromDays(7), [Account, UnlockData], []),
        new("sony", TimeSpan.Zero, [Imei], []),
        new("xiaomi", TimeSpan.FromDays(30), [Account, Sim], [new(1, TimeSpan.FromDays(30)), new(4, TimeSpan.FromDays(365))]),
    }.ToFrozenDictionary(rule => rule.Vendor, StringComparer.Ordinal);

    public static IReadOnlyCollection<UnlockRule> All => ByVendor.Values;

    /// <summary>Null when the vendor's phones need no request.</summary>
    public static UnlockRule? Of(string vendor) => ByVendor.GetValueOrDefault(vendor);

    /// <param name="model">Vendor and codename: <c>xiaomi/lavender</c>.</param>
    public static UnlockRule? OfModel(string model) => Of(model.Split('/')[0]);
}

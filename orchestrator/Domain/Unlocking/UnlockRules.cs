using System.Collections.Frozen;
using static Espero.Orchestrator.Domain.Unlocking.UnlockNeed;

namespace Espero.Orchestrator.Domain.Unlocking;

/// <summary>What each maker demands whose phones nobody unlocks without asking it.</summary>
public static class UnlockRules
{
    private const string HyperOs = "xiaomi-hyperos";
    private const string Miui = "xiaomi";

    // For all its phones an account has four requests a year: one for HyperOS, three for MIUI.
    private static readonly UnlockQuota[] OfXiaomi =
    [
        new(1, TimeSpan.FromDays(30)),
        new(4, TimeSpan.FromDays(365)),
        new(1, TimeSpan.FromDays(365), HyperOs),
        new(3, TimeSpan.FromDays(365), Miui),
    ];

    private static readonly FrozenDictionary<string, UnlockRule> ByProcedure = new UnlockRule[]
    {
        new("fairphone", "fairphone", TimeSpan.Zero, [Imei, Serial], []),
        new("htc", "htc", TimeSpan.Zero, [Account, UnlockData], []),
        new("lenovo", "lenovo", TimeSpan.FromDays(14), [Serial], []),
        new("motorola", "motorola", TimeSpan.FromDays(7), [Account, UnlockData], []),
        new("oneplus-tmo", "oneplus", TimeSpan.FromDays(7), [Imei, UnlockData], []),
        new("realme-china", "realme", null, [Imei], []),
        new("sony", "sony", TimeSpan.Zero, [Imei], []),
        new(Miui, "xiaomi", TimeSpan.FromDays(30), [Account, Sim], [.. OfXiaomi]),
        new(HyperOs, "xiaomi", TimeSpan.FromDays(30), [Account, Sim], [.. OfXiaomi]),
    }.ToFrozenDictionary(rule => rule.Procedure, StringComparer.Ordinal);

    /// <summary>Those whose makers want an account, as in the names of models.</summary>
    public static IReadOnlyList<string> AccountVendors { get; } =
        [.. ByProcedure.Values.Where(rule => rule.NeedsAccount).Select(rule => rule.Vendor).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>How many phones one account at a maker may ask for in a year, in whichever of its ways; null when it is not limited.</summary>
    public static int? YearlyLimitAt(string vendor) =>
        UnlockQuota.YearlyLimit(At(vendor).SelectMany(rule => rule.Quotas).Where(quota => quota.Procedure is null));

    /// <summary>Every way of one maker.</summary>
    public static IEnumerable<UnlockRule> At(string vendor) => ByProcedure.Values.Where(rule => rule.Vendor == vendor);

    /// <param name="procedure">Whose way it is, as a data set says; empty when it only says that the maker must be asked.</param>
    /// <param name="vendor">The phone's maker.</param>
    public static UnlockRule Of(string procedure, string vendor) =>
        ByProcedure.GetValueOrDefault(procedure) ?? ByProcedure.GetValueOrDefault(vendor) ?? new UnlockRule(vendor, vendor, null, [], []);
}

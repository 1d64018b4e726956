using System.Collections.Immutable;

namespace Espero.VirtualPhone.Models;

/// <summary>The recent model in the conditions that people bring phones in.</summary>
internal static class Conditions
{
    private const int FlatPercent = 4;
    private const int HotTenths = 470;
    private const long RememberedRollbackIndex = 8;

    public static ImmutableArray<PhoneModel> All { get; } =
    [
        Named("virtual-c-locked", new() { Locked = true, UnlockAllowed = false }),
        Named("virtual-c-carrier", new() { Locked = true }) with { IsCarrierLocked = true },
        Named("virtual-c-flat", new() { BatteryPercent = FlatPercent }),
        Named("virtual-c-hot", new() { BatteryTemperatureTenths = HotTenths }),
        Named("virtual-c-newer", new() { RollbackIndex = RememberedRollbackIndex }),
    ];

    // The codename stays: it is the same model, only in another condition.
    private static PhoneModel Named(string name, Delivery delivery) => VirtualC.Model with
    {
        Name = name,
        Codename = VirtualC.Model.Codename,
        Delivery = delivery,
    };
}

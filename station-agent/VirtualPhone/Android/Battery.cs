using System.Globalization;
using Espero.VirtualPhone.State;

namespace Espero.VirtualPhone.Android;

/// <summary>The battery as the system and the kernel describe it (AOSP BatteryService, BatteryManager).</summary>
internal static class Battery
{
    /// <summary>What a battery has that has turned hot.</summary>
    public const int RunningHotTenths = 480;

    private const int HotTenths = 450;
    private const int Charging = 2;
    private const int Full = 5;
    private const int Good = 2;
    private const int Overheated = 3;
    private const int EmptyMillivolts = 3400;
    private const int MillivoltsPerPercent = 9;

    /// <summary>What <c>dumpsys battery</c> prints.</summary>
    public static string Dump(PhoneState state) =>
        $"""
        Current Battery Service state:
          AC powered: false
          USB powered: true
          Wireless powered: false
          Max charging current: 500000
          Max charging voltage: 5000000
          Charge counter: {state.BatteryPercent * 30000}
          status: {(state.BatteryPercent == 100 ? Full : Charging)}
          health: {(IsHot(state) ? Overheated : Good)}
          present: true
          level: {state.BatteryPercent}
          scale: 100
          voltage: {EmptyMillivolts + (MillivoltsPerPercent * state.BatteryPercent)}
          temperature: {state.BatteryTemperatureTenths}
          technology: Li-ion

        """;

    /// <summary>A file of <c>/sys/class/power_supply/battery</c>, which a recovery has too; null for none.</summary>
    public static string? KernelFile(PhoneState state, string path) => path switch
    {
        "/sys/class/power_supply/battery/capacity" => Line(state.BatteryPercent),
        "/sys/class/power_supply/battery/temp" => Line(state.BatteryTemperatureTenths),
        "/sys/class/power_supply/battery/health" => IsHot(state) ? "Overheat\n" : "Good\n",
        "/sys/class/power_supply/battery/status" => state.BatteryPercent == 100 ? "Full\n" : "Charging\n",
        _ => null,
    };

    private static bool IsHot(PhoneState state) => state.BatteryTemperatureTenths >= HotTenths;

    private static string Line(int number) => number.ToString(CultureInfo.InvariantCulture) + '\n';
}

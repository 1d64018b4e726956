using System.Globalization;

namespace Espero.Station.Protocols.Adb;

/// <summary>Reads what <c>dumpsys battery</c> prints: lines of <c>name: value</c> (AOSP BatteryService.dumpInternal).</summary>
public static class BatteryReport
{
    private static readonly string[] PowerSources = ["AC powered", "USB powered", "Wireless powered", "Dock powered"];

    /// <summary>Reads the first of two equal names: newer phones print history behind the present.</summary>
    public static BatteryState Parse(string text)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n'))
        {
            if (line.Split(':', 2) is [var name, var value])
            {
                values.TryAdd(name.Trim(), value.Trim());
            }
        }

        var level = Number("level");
        var scale = Number("scale") is > 0 and var full ? full : 100;
        var sources = PowerSources.Where(values.ContainsKey).Select(source => values[source] == "true").ToList();
        return new BatteryState(
            level is >= 0 and var shown && shown <= scale ? (int)(100L * shown / scale) : null,
            Number("temperature"),
            HealthOf(Number("health")),
            sources.Count > 0 ? sources.Contains(true) : null);

        int? Number(string name) =>
            int.TryParse(values.GetValueOrDefault(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? number
                : null;
    }

    /// <summary>Reads two of the kernel's files behind each other: how full in percent, how hot in tenths of a degree.</summary>
    public static BatteryState ParseKernels(string text)
    {
        var numbers = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => int.TryParse(line, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : (int?)null)
            .ToArray();
        return numbers is [var level, var tenths]
            ? new BatteryState(level is >= 0 and <= 100 ? level : null, tenths, BatteryHealth.Unknown, null)
            : new BatteryState(null, null, BatteryHealth.Unknown, null);
    }

    private static BatteryHealth HealthOf(int? number) => number switch
    {
        2 => BatteryHealth.Good,
        3 => BatteryHealth.Overheat,
        4 => BatteryHealth.Dead,
        5 => BatteryHealth.OverVoltage,
        6 => BatteryHealth.Failure,
        7 => BatteryHealth.Cold,
        _ => BatteryHealth.Unknown,
    };
}

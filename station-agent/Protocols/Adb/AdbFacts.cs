using System.Collections.Immutable;
using System.Globalization;

namespace Espero.Station.Protocols.Adb;

/// <summary>Names what a phone says of itself as recipes do: the source, a dot, the source's own name.</summary>
public static class AdbFacts
{
    public static ImmutableSortedDictionary<string, string> Of(
        IReadOnlyDictionary<string, string> properties, BatteryState battery)
    {
        var facts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in properties)
        {
            facts[$"getprop.{name}"] = value;
        }

        Add("battery.level", battery.LevelPercent?.ToString(CultureInfo.InvariantCulture));
        Add("battery.temperature", (battery.TemperatureTenths / 10m)?.ToString("0.0", CultureInfo.InvariantCulture));
        Add("battery.health", Word(battery.Health));
        Add("battery.plugged", battery.IsPlugged switch { true => "yes", false => "no", null => null });
        return facts.ToImmutable();

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                facts[name] = value;
            }
        }
    }

    private static string? Word(BatteryHealth health) => health switch
    {
        BatteryHealth.Unknown => null,
        BatteryHealth.Good => "good",
        BatteryHealth.Overheat => "overheat",
        BatteryHealth.Dead => "dead",
        BatteryHealth.OverVoltage => "over-voltage",
        BatteryHealth.Failure => "failure",
        BatteryHealth.Cold => "cold",
    };
}
